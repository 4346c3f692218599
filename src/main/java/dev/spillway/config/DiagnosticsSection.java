package dev.spillway.config;

import dev.spillway.facts.LogCategory;
import dev.spillway.model.DiagnosticsSpec;
import dev.spillway.model.TextFormat;
import java.util.List;

/** The keys of {@code diagnostics}. */
final class DiagnosticsSection {
    static final Keys KEYS = new Keys("eventHubs.*.diagnostics");
    private static final Key<String> WORKSPACE_ID =
            KEYS.optional("workspaceId", AzureTexts.of(TextFormat.WORKSPACE_ID));
    private static final Key<String> STORAGE_ACCOUNT_ID =
            KEYS.optional("storageAccountId", AzureTexts.of(TextFormat.STORAGE_ACCOUNT_ID));
    private static final Key<List<LogCategory>> CATEGORIES = KEYS.optional(
            "categories",
            new ListForm<>(
                    "a list of log categories",
                    "a list such as [OperationalLogs]",
                    ChoiceForm.of("a log category", LogCategory::azureName, List.of(LogCategory.values())),
                    LogCategory.values().length,
                    category -> category));
    private static final Key<Boolean> METRICS = KEYS.optional("metrics", new FlagForm());

    static final Form<DiagnosticsSpec> FORM = KEYS.as("a place for diagnostics", DiagnosticsSection::spec);

    private DiagnosticsSection() {}

    private static DiagnosticsSpec spec(Fields fields) {
        return new DiagnosticsSpec(
                fields.get(WORKSPACE_ID).held(),
                fields.get(STORAGE_ACCOUNT_ID).held(),
                fields.get(CATEGORIES).held().orElse(List.of()),
                fields.get(METRICS).held().orElse(true));
    }
}
