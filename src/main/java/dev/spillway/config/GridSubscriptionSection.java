package dev.spillway.config;

import dev.spillway.facts.DeliverySchedule;
import dev.spillway.model.DeadLetterSpec;
import dev.spillway.model.GridSubscriptionSpec;
import dev.spillway.model.GridSubscriptionSpec.AcceptedLoss;
import dev.spillway.model.GridSubscriptionSpec.Filter;
import java.time.Duration;
import java.util.List;

/** The keys of one subscription of a topic, a domain or a system topic. */
final class GridSubscriptionSection {
    private static final int MOST_TYPES = 25;
    private static final int MOST_FILTERS = 25;
    static final Keys KEYS = new Keys("eventGrid.*.subscriptions.*");
    private static final Key<GridDestinationSection> DESTINATION =
            KEYS.required("destination", GridDestinationSection.FORM);
    private static final Key<List<String>> EVENT_TYPES =
            KEYS.optional("includedEventTypes", GridSourceKeys.texts("event types", GridNames.EVENT_TYPE, MOST_TYPES));
    private static final Key<String> SUBJECT_BEGINS =
            KEYS.optional("subjectBeginsWith", TextForm.of(GridNames.SUBJECT));
    private static final Key<String> SUBJECT_ENDS = KEYS.optional("subjectEndsWith", TextForm.of(GridNames.SUBJECT));
    private static final Key<List<AdvancedFilterSection>> ADVANCED = KEYS.optional(
            "advancedFilters",
            new ListForm<>(
                    "a list of filters",
                    "a list such as [ { key: data.country, operator: StringIn, values: [fr] } ]",
                    AdvancedFilterSection.FORM,
                    MOST_FILTERS,
                    filter -> filter));
    private static final Key<Integer> ATTEMPTS = KEYS.optional(
            "maxDeliveryAttempts", NumberForm.whole("a number of attempts", 1, DeliverySchedule.MOST_ATTEMPTS));
    private static final Key<Duration> TIME_TO_LIVE = KEYS.optional(
            "eventTimeToLiveMinutes", NumberForm.wholeMinutes("a time", 1, DeliverySchedule.LONGEST_MINUTES));
    private static final Key<DeadLetterSpec> DEAD_LETTER = KEYS.optional("deadLetter", DeadLetterSection.FORM);
    private static final Key<AcceptedLoss> ACCEPT_LOSS = KEYS.optional("acceptLoss", AcceptedLossSection.FORM);

    static final Form<GridSubscriptionSection> FORM = KEYS.as("a subscription", GridSubscriptionSection::new);

    private final Fields fields;

    private GridSubscriptionSection(Fields fields) {
        this.fields = fields;
        if (!fields.get(DEAD_LETTER).isAbsent() && !fields.get(ACCEPT_LOSS).isAbsent()) {
            fields.report(ACCEPT_LOSS, "given beside deadLetter, which leaves nothing to lose, keep one");
        }
    }

    GridSubscriptionSpec spec(String name) {
        return new GridSubscriptionSpec(
                name,
                fields.get(DESTINATION).value().spec(),
                new Filter(
                        fields.get(EVENT_TYPES).orGiven(List.of()).value(),
                        fields.get(SUBJECT_BEGINS).held(),
                        fields.get(SUBJECT_ENDS).held(),
                        fields.get(ADVANCED).orGiven(List.of()).value().stream()
                                .map(AdvancedFilterSection::spec)
                                .toList()),
                Optionals.ofInt(fields.get(ATTEMPTS)),
                fields.get(TIME_TO_LIVE).held(),
                fields.get(DEAD_LETTER).held(),
                fields.get(ACCEPT_LOSS).held());
    }
}
