package dev.spillway.config;

import dev.spillway.model.MonitoringSpec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The keys of {@code monitoring}. */
final class MonitoringSection {
    private static final int MOST_RECEIVERS = 1000;
    private static final int LONGEST_LOG_RETENTION = 730;
    private static final int SHORTEST_LOG_RETENTION = 30;
    private static final String ID = "/subscriptions/[^/\\s]+/resourceGroups/[^/\\s]+/providers/";
    private static final Shape EMAIL = Shape.of(
            "an email address",
            "[^\\s@\\p{Cntrl}]{1,200}@[^\\s@\\p{Cntrl}]{1,200}",
            "an address such as oncall@example.com");
    private static final Shape ACTION_GROUP = Shape.of(
            "the id of an action group",
            "(?i)" + ID + "microsoft\\.insights/actionGroups/[^/\\s]+",
            "an id such as /subscriptions/.../providers/Microsoft.Insights/actionGroups/oncall");
    private static final Shape WORKSPACE = Shape.of(
            "the id of a Log Analytics workspace",
            "(?i)" + ID + "microsoft\\.operationalinsights/workspaces/[^/\\s]+",
            "an id such as /subscriptions/.../providers/Microsoft.OperationalInsights/workspaces/logs");
    private static final Shape URL =
            Shape.of("a web address", "https?://[^\\s\\p{Cntrl}]{1,1000}", "an address that begins with https://");

    static final Keys KEYS = new Keys("monitoring");
    private static final Key<List<String>> EMAILS = KEYS.optional(
            "actionGroupEmails",
            new ListForm<>(
                    "a list of email addresses",
                    "a list of addresses such as [oncall@example.com]",
                    TextForm.of(EMAIL),
                    MOST_RECEIVERS,
                    email -> email.toLowerCase(Locale.ROOT)));
    private static final Key<List<String>> ACTION_GROUPS = KEYS.optional(
            "actionGroupIds",
            new ListForm<>(
                    "a list of action groups",
                    "a list of ids of action groups",
                    TextForm.of(ACTION_GROUP),
                    5,
                    id -> id.toLowerCase(Locale.ROOT)));
    private static final Key<String> WORKSPACE_ID = KEYS.optional("workspaceId", TextForm.of(WORKSPACE));
    private static final Key<Integer> LOG_RETENTION = KEYS.optional(
            "logRetentionDays", NumberForm.whole("a number of days", SHORTEST_LOG_RETENTION, LONGEST_LOG_RETENTION));
    private static final Key<String> RUNBOOK_URL = KEYS.optional("runbookUrl", TextForm.of(URL));
    private static final Key<Duration> SEND_P99 =
            KEYS.optional("sendP99Seconds", NumberForm.seconds("a time", Range.aboveZero(NumberForm.MOST_SECONDS)));

    static final Form<MonitoringSection> FORM = KEYS.as("monitoring", MonitoringSection::new);

    private final Fields fields;

    private MonitoringSection(Fields fields) {
        this.fields = fields;
        checkReceivers();
        checkWorkspace();
    }

    private void checkReceivers() {
        boolean nobody = none(EMAILS) && none(ACTION_GROUPS);
        if (nobody) {
            fields.report(EMAILS, "nobody is told, give actionGroupEmails or actionGroupIds");
        }
        if (!fields.get(EMAILS).isAbsent() && !fields.get(ACTION_GROUPS).isAbsent()) {
            fields.report(
                    ACTION_GROUPS,
                    "given together with actionGroupEmails, give groups that exist or the people of a new one");
        }
    }

    private boolean none(Key<List<String>> key) {
        return fields.get(key).isAbsent() || fields.get(key).holds(List::isEmpty);
    }

    private void checkWorkspace() {
        if (!fields.get(WORKSPACE_ID).isAbsent() && !fields.get(LOG_RETENTION).isAbsent()) {
            fields.report(
                    LOG_RETENTION,
                    "given together with workspaceId, give a workspace that exists or the retention of a new one");
        }
    }

    MonitoringSpec spec() {
        return new MonitoringSpec(
                fields.get(EMAILS).held().orElse(List.of()),
                fields.get(ACTION_GROUPS).held().orElse(List.of()),
                fields.get(WORKSPACE_ID).held(),
                Optionals.ofInt(fields.get(LOG_RETENTION)),
                fields.get(RUNBOOK_URL).held(),
                fields.get(SEND_P99).held());
    }
}
