package dev.spillway.config;

import dev.spillway.facts.GridDestination;
import dev.spillway.facts.GridLimits;
import dev.spillway.model.GridSubscriptionSpec.Destination;
import java.util.List;
import java.util.Optional;

/** The keys of the {@code destination} of a subscription. */
final class GridDestinationSection {
    private static final String LATER = "needs a later API of Event Grid than that of the SDK";
    static final Keys KEYS = new Keys("eventGrid.*.subscriptions.*.destination");
    private static final Key<GridDestination> TYPE = KEYS.required(
            "type",
            ChoiceForm.of("a kind of destination", GridDestination::key, List.of(GridDestination.values()))
                    .refusing("partnerDestination", LATER)
                    .refusing("monitorAlert", LATER)
                    .refusing("namespaceTopic", LATER));
    private static final Key<String> URL = KEYS.optional("url", TextForm.of(GridNames.URL));
    private static final Key<String> RESOURCE_ID = KEYS.optional("resourceId", TextForm.of(GridNames.RESOURCE_ID));
    private static final Key<String> QUEUE_NAME = KEYS.optional("queueName", TextForm.of(GridNames.QUEUE));
    private static final Key<String> TENANT_ID = KEYS.optional("entraTenantId", TextForm.of(GridNames.GUID));
    private static final Key<String> APPLICATION = KEYS.optional("entraApplication", TextForm.of(GridNames.EVENT_TYPE));
    private static final Key<Integer> BATCH =
            KEYS.optional("maxEventsPerBatch", NumberForm.whole("a number of events", 1, GridLimits.EVENTS_PER_BATCH));
    private static final Key<Integer> BATCH_KILOBYTES =
            KEYS.optional("preferredBatchKilobytes", NumberForm.whole("a size", 1, GridLimits.BATCH_KILOBYTES));

    static final Form<GridDestinationSection> FORM = KEYS.as("a destination", GridDestinationSection::new);

    private final Fields fields;

    private GridDestinationSection(Fields fields) {
        this.fields = fields;
        fields.get(TYPE).held().ifPresent(this::check);
    }

    private void check(GridDestination type) {
        boolean isWebHook = type == GridDestination.WEB_HOOK;
        needs(URL, isWebHook, type);
        needs(RESOURCE_ID, !isWebHook, type);
        needs(QUEUE_NAME, type == GridDestination.STORAGE_QUEUE, type);
        for (Key<?> key : List.of(TENANT_ID, APPLICATION)) {
            if (!isWebHook && !fields.get(key).isAbsent()) {
                fields.report(key, "belongs to a webHook, leave it out");
            }
        }
        if (fields.get(TENANT_ID).isAbsent() != fields.get(APPLICATION).isAbsent()) {
            boolean lacksTenant = fields.get(TENANT_ID).isAbsent();
            Key<String> missing = lacksTenant ? TENANT_ID : APPLICATION;
            Key<String> given = lacksTenant ? APPLICATION : TENANT_ID;
            fields.report(
                    missing,
                    "missing beside " + given.name() + ", give "
                            + missing.form().right());
        }
        for (Key<?> key : List.of(BATCH, BATCH_KILOBYTES)) {
            if (!type.batches() && !fields.get(key).isAbsent()) {
                fields.report(key, "is for webHook and azureFunction alone, leave it out");
            }
        }
    }

    private void needs(Key<String> key, boolean isNeeded, GridDestination type) {
        boolean isGiven = !fields.get(key).isAbsent();
        if (isNeeded && !isGiven) {
            fields.report(
                    key,
                    "missing, a destination " + type.key() + " needs it, give "
                            + key.form().right());
        }
        if (!isNeeded && isGiven) {
            fields.report(key, "does not belong to a destination " + type.key() + ", leave it out");
        }
    }

    Optional<GridDestination> type() {
        return fields.get(TYPE).held();
    }

    Destination spec() {
        return new Destination(
                fields.get(TYPE).value(),
                fields.get(RESOURCE_ID).held(),
                fields.get(URL).held(),
                fields.get(QUEUE_NAME).held(),
                fields.get(TENANT_ID).held(),
                fields.get(APPLICATION).held(),
                Optionals.ofInt(fields.get(BATCH)),
                Optionals.ofInt(fields.get(BATCH_KILOBYTES)));
    }
}
