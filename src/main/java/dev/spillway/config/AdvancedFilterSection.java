package dev.spillway.config;

import dev.spillway.model.GridSubscriptionSpec.AdvancedFilter;
import java.util.List;
import java.util.function.Function;

/** The keys of one condition on a field of an event. */
final class AdvancedFilterSection {
    private static final int MOST_VALUES = 25;
    static final Keys KEYS = new Keys("eventGrid.*.subscriptions.*.advancedFilters");
    private static final Key<String> KEY = KEYS.required("key", TextForm.of(GridNames.EVENT_TYPE));
    private static final Key<String> OPERATOR =
            KEYS.required("operator", ChoiceForm.of("an operator", Function.identity(), AdvancedFilter.OPERATORS));
    private static final Key<List<String>> VALUES =
            KEYS.required("values", GridSourceKeys.texts("texts", GridNames.SUBJECT, MOST_VALUES));

    static final Form<AdvancedFilterSection> FORM = KEYS.as("a filter", AdvancedFilterSection::new);

    private final Fields fields;

    private AdvancedFilterSection(Fields fields) {
        this.fields = fields;
    }

    AdvancedFilter spec() {
        return new AdvancedFilter(
                fields.get(KEY).value(),
                fields.get(OPERATOR).value(),
                fields.get(VALUES).value());
    }
}
