package dev.spillway.config;

import dev.spillway.facts.EventSchema;
import java.util.List;

/** The schema of published events; true is CloudEvents, which every kind of resource and every SDK knows. */
final class GridSchemaForm {
    static final Form<Boolean> FORM = ChoiceForm.of("a schema of events", GridSchemaForm::word, List.of(true, false))
            .refusing("CustomEventSchema", "needs a mapping of fields that is not built");

    private GridSchemaForm() {}

    private static String word(boolean cloudEvents) {
        return EventSchema.of(cloudEvents).azureName();
    }
}
