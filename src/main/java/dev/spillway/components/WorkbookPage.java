package dev.spillway.components;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.plan.AlertPlan;
import dev.spillway.plan.Monitored;
import dev.spillway.plan.MonitoringPlan;
import dev.spillway.plan.MonitoringPlanner;
import dev.spillway.plan.SavedQuery;

/** The workbook as Azure stores it: one time range for everything, the overview in percent, then each saved query. */
final class WorkbookPage {
    private static final int TEXT = 1;
    private static final int QUERY = 3;
    private static final int PARAMETERS = 9;
    private static final String RANGE = "TimeRange";

    private final ArrayNode items = JsonNodeFactory.instance.arrayNode();

    private WorkbookPage() {}

    static String of(Monitored monitored, MonitoringPlan plan) {
        WorkbookPage page = new WorkbookPage();
        page.text(
                "intro",
                "Everything in percent of what the plan says is the most, on one axis of time: events "
                        + "against the units, refused among all requests, events not yet read, pods against their maximum.");
        page.range();
        page.query("overview", "Load, refusals, backlog and pods", MonitoringPlanner.overview(monitored), "timechart");
        plan.queries().forEach(page::query);
        page.text("alerts", alerts(plan));
        ObjectNode workbook = JsonNodeFactory.instance.objectNode().put("version", "Notebook/1.0");
        workbook.set("items", page.items);
        return workbook.toString();
    }

    private static String alerts(MonitoringPlan plan) {
        StringBuilder table = new StringBuilder("| Alert | Threshold | Runbook |\n| --- | --- | --- |\n");
        for (AlertPlan alert : plan.alerts()) {
            table.append("| ")
                    .append(alert.name())
                    .append(" | ")
                    .append(alert.reason())
                    .append(" | ")
                    .append(plan.runbook(alert.kind()))
                    .append(" |\n");
        }
        return table.toString();
    }

    private void text(String name, String markdown) {
        items.addObject()
                .put("type", TEXT)
                .put("name", name)
                .putObject("content")
                .put("json", markdown);
    }

    private void range() {
        ObjectNode content = items.addObject()
                .put("type", PARAMETERS)
                .put("name", "parameters")
                .putObject("content")
                .put("version", "KqlParameterItem/1.0");
        ObjectNode parameter = content.putArray("parameters")
                .addObject()
                .put("id", "2f6e1c1a-5d0a-4c1e-9c58-0d6c3b8a7e01")
                .put("version", "KqlParameterItem/1.0")
                .put("name", RANGE)
                .put("type", 4)
                .put("isRequired", true);
        parameter.putObject("value").put("durationMs", 14_400_000);
        content.put("style", "pills");
    }

    private void query(SavedQuery query) {
        query(query.key(), query.title(), query.kql(), "table");
    }

    private void query(String name, String title, String kql, String picture) {
        items.addObject()
                .put("type", QUERY)
                .put("name", name)
                .putObject("content")
                .put("version", "KqlItem/1.0")
                .put("query", kql)
                .put("size", 0)
                .put("title", title)
                .put("timeContextFromParameter", RANGE)
                .put("queryType", 0)
                .put("resourceType", "microsoft.operationalinsights/workspaces")
                .put("visualization", picture);
    }
}
