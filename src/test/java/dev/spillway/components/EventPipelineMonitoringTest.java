package dev.spillway.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.config.StackFile;
import dev.spillway.intake.GraphJson;
import dev.spillway.model.HubSpec;
import dev.spillway.model.MonitoringSpec;
import dev.spillway.model.Problems;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.plan.AlertKind;
import dev.spillway.plan.MonitoredResource.Kind;
import dev.spillway.testsupport.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that can be watched, against the tables of what Azure has; and what is refused. */
final class EventPipelineMonitoringTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Supplier<List<JsonNode>> GRAPHS = Suppliers.memoize(EventPipelineMonitoringTest::graphs);
    private static final Pattern METRIC_NAMES = Pattern.compile("MetricName (?:==|in) \\(?(\"\\w+\"(?:, \"\\w+\")*)");
    private static final String TWO_REGIONS = """
            apiVersion: spillway.dev/v1
            name: orders
            location: westeurope
            secondaryLocation: northeurope
            load: { baselineEventsPerSecond: 600, peakEventsPerSecond: 1380, averageEventBytes: 900 }
            eventHubs:
              orders:
                tier: Premium
                disasterRecovery: { kind: geoReplication }
                hubs: { orders: { consumerGroups: [billing], capture: {} } }
            monitoring: { actionGroupEmails: [oncall@example.com] }
            """;
    private static final Path FACTS = Path.of("src/main/resources/dev/spillway/facts");

    @Test
    void everythingThatCanBeWatchedRegistersTheApprovedResources() {
        Capture capture = run(EventPipelineMonitoringTest::everything);

        assertThat(capture.errors()).isEmpty();
        Golden.assertMatches(
                Path.of("src/test/resources/monitoring/everything.approved.json"), GraphJson.write(capture.graph()));
    }

    /** Kept as a file, so that Microsoft's parser reads the queries in it with all others. */
    @Test
    void aNamespaceInTwoRegionsIsWatchedByTheApprovedResources() throws IOException {
        ArrayNode watching = JSON.createArrayNode();
        for (JsonNode resource : JSON.readTree(
                GraphJson.write(run(EventPipelineMonitoringTest::inTwoRegions).graph()))) {
            if (resource.path("type").asText().contains("insights:")) {
                watching.add(resource);
            }
        }

        Golden.assertMatches(
                Path.of("src/test/resources/monitoring/two-regions.approved.json"), watching.toPrettyString() + "\n");
    }

    @Test
    void metricsAggregationsAndDimensionsAreOnesThatAzureHas() throws IOException {
        Set<String> known = rows("monitor-metrics.csv");
        List<String> met = new ArrayList<>();
        for (JsonNode alert : declared("insights:MetricAlert")) {
            for (JsonNode criterion : alert.path("criteria").path("allOf")) {
                String row = criterion.path("metricNamespace").asText() + ","
                        + criterion.path("metricName").asText() + ","
                        + criterion.path("timeAggregation").asText() + ",";
                met.add(row);
                String fact = known.stream()
                        .filter(one -> one.startsWith(row))
                        .findFirst()
                        .orElse("");
                assertThat(fact).as(row).isNotEmpty();
                for (JsonNode dimension : criterion.path("dimensions")) {
                    assertThat(fact.substring(row.length()).split(",")[0].split(" "))
                            .as(row)
                            .contains(dimension.path("name").asText());
                }
            }
        }
        assertThat(met).hasSizeGreaterThan(15);
    }

    @Test
    void windowsAndFrequenciesAreOnesThatAzureTakes() throws IOException {
        Set<String> known = rows("monitor-windows.csv");
        for (String kind : List.of("metric", "log")) {
            var alerts = declared(kind.equals("metric") ? "insights:MetricAlert" : "insights:ScheduledQueryRule");
            assertThat(alerts).isNotEmpty();
            for (JsonNode alert : alerts) {
                assertThat(known)
                        .anyMatch(row -> row.startsWith(
                                kind + ",window," + alert.path("windowSize").asText() + ","));
                assertThat(known)
                        .anyMatch(row -> row.startsWith(kind + ",frequency,"
                                + alert.path("evaluationFrequency").asText() + ","));
            }
        }
    }

    @Test
    void logCategoriesAreOnesThatTheResourceHas() throws IOException {
        Set<String> known = rows("monitor-log-categories.csv");
        for (JsonNode setting : declared("insights:DiagnosticSetting")) {
            assertThat(setting.path("logs"))
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(known)
                            .anyMatch(row ->
                                    row.contains("," + log.path("category").asText() + ",")));
        }
    }

    @Test
    void workbookUsesOnlyItemsThatAzuresOwnWorkbooksUse() throws IOException {
        Set<String> known = rows("workbook-items.csv");
        for (JsonNode declared : declared("insights:Workbook")) {
            JsonNode workbook = JSON.readTree(declared.path("serializedData").asText());

            assertThat(workbook.path("version").asText()).isEqualTo("Notebook/1.0");
            assertThat(workbook.path("items")).hasSizeGreaterThan(5).allSatisfy(item -> {
                String version = item.path("content").path("version").asText();
                assertThat(known)
                        .anyMatch(row ->
                                row.startsWith(item.path("type").asInt() + ",") && row.split(",")[2].equals(version));
            });
        }
    }

    /** Tables and columns are read by Microsoft's parser; what a query compares with is text to it. */
    @Test
    void metricsThatQueriesNameAreOnesThatAzureHas() throws IOException {
        Set<String> known = new TreeSet<>();
        rows("monitor-metrics.csv").forEach(row -> known.add(row.split(",")[1]));
        List<String> queries = new ArrayList<>();
        declared("insights:ScheduledQueryRule")
                .forEach(
                        alert -> queries.add(alert.at("/criteria/allOf/0/query").asText()));
        declared("operationalinsights:SavedSearch")
                .forEach(search -> queries.add(search.path("query").asText()));
        for (JsonNode workbook : declared("insights:Workbook")) {
            JSON.readTree(workbook.path("serializedData").asText())
                    .path("items")
                    .forEach(item -> queries.add(item.at("/content/query").asText()));
        }
        Set<String> named = new TreeSet<>();
        for (String query : queries) {
            for (Matcher metrics = METRIC_NAMES.matcher(query); metrics.find(); ) {
                named.addAll(List.of(metrics.group(1).replace("\"", "").split(", ")));
            }
        }

        assertThat(known).containsAll(named);
        assertThat(named).contains("IncomingMessages", "ThrottledRequests");
    }

    @Test
    void everyKindOfAlarmIsAmongThem() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String type :
                List.of("insights:MetricAlert", "insights:ScheduledQueryRule", "insights:ActivityLogAlert")) {
            declared(type).forEach(alert -> names.add(alert.path("description").asText()));
        }

        assertThat(Arrays.stream(AlertKind.values())
                        .filter(kind -> names.stream().noneMatch(name -> name.contains(kind.runbook()))))
                .isEmpty();
    }

    @Test
    void everyAlarmReachesSomebodyAndNamesItsPage() throws IOException {
        for (String type :
                List.of("insights:MetricAlert", "insights:ScheduledQueryRule", "insights:ActivityLogAlert")) {
            for (JsonNode alert : declared(type)) {
                assertThat(alert.path("enabled").asBoolean()).isTrue();
                assertThat(alert.path("actions")).isNotEmpty();
                String text = alert.path("description").asText();
                String page = text.substring(text.indexOf("docs/runbooks/"));
                assertThat(Path.of(page)).as(text).exists();
            }
        }
    }

    /** AL-016 and AL-017 in one: loss is severe, and known within ten minutes. */
    @Test
    void alarmsOfLossAreSevereAndSoon() throws IOException {
        Set<String> severe =
                Set.of("DroppedEventCount", "DroppedEvents", "ThrottledRequests", "FailedDeadLetteredEvents");
        for (JsonNode alert : declared("insights:MetricAlert")) {
            var soon = java.time.Duration.parse(alert.path("windowSize").asText())
                    .plus(java.time.Duration.parse(
                            alert.path("evaluationFrequency").asText()));
            // What capture has not written yet is kept for days, and a file that is being filled is no backlog.
            boolean isOfCapture =
                    alert.at("/criteria/allOf/0/metricName").asText().equals("CaptureBacklog");
            if (alert.path("severity").asInt() <= 1 && !isOfCapture) {
                assertThat(soon).isLessThanOrEqualTo(java.time.Duration.ofMinutes(10));
            }
            if (severe.contains(alert.at("/criteria/allOf/0/metricName").asText())) {
                assertThat(alert.path("severity").asInt()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void namesOfAlarmsAreTheirOwn() throws IOException {
        for (JsonNode graph : GRAPHS.get()) {
            List<String> names = new ArrayList<>();
            for (String type : List.of("insights:MetricAlert", "insights:ScheduledQueryRule")) {
                declared(graph, type)
                        .forEach(alert -> names.add(alert.path("ruleName").asText()));
            }

            assertThat(names).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatExistsIsUsedAndNotDeclaredAgain() {
        String group = "/subscriptions/s/resourceGroups/ops/providers/Microsoft.Insights/actionGroups/oncall";
        String logs = "/subscriptions/s/resourceGroups/ops/providers/Microsoft.OperationalInsights/workspaces/logs";
        Capture capture = run(context -> new EventPipelineMonitoring(
                "watch",
                EventPipelineMonitoringArgs.builder()
                        .resourceGroupName("rg")
                        .location("westeurope")
                        .monitoring(new MonitoringSpec(
                                List.of(),
                                List.of(group),
                                Optional.of(logs),
                                OptionalInt.empty(),
                                Optional.of("https://wiki.example.com/runbooks"),
                                Optional.empty()))
                        .resource(Kind.EVENT_GRID_TOPIC, "news", Output.of("/subscriptions/s/topics/news"))
                        .build(),
                ComponentResourceOptions.Empty));

        assertThat(capture.errors()).isEmpty();
        String graph = GraphJson.write(capture.graph());
        assertThat(graph)
                .contains(group, logs, "https://wiki.example.com/runbooks/grid-dropped.md")
                .doesNotContain("insights:ActionGroup\"", "operationalinsights:Workspace\"");
        assertThat(capture.graph().resources())
                .filteredOn(resource -> resource.type().endsWith(":SavedSearch"))
                .isNotEmpty()
                .allSatisfy(search -> {
                    assertThat(search.text("resourceGroupName").whenKnown()).contains("ops");
                    assertThat(search.text("workspaceName").whenKnown()).contains("logs");
                });
    }

    @Test
    void everyImpossibleArgumentIsNamedAtOnce() {
        Capture nothing = run(context -> new EventPipelineMonitoring(
                "watch", EventPipelineMonitoringArgs.builder().build(), ComponentResourceOptions.Empty));
        Capture both = run(context -> new EventPipelineMonitoring(
                "watch",
                EventPipelineMonitoringArgs.builder()
                        .resourceGroupName("rg")
                        .location("westeurope")
                        .monitoring(new MonitoringSpec(
                                List.of("oncall@example.com"),
                                List.of(
                                        "/subscriptions/s/resourceGroups/r/providers/Microsoft.Insights/actionGroups/a"),
                                Optional.of("/subscriptions/s"),
                                OptionalInt.of(30),
                                Optional.empty(),
                                Optional.empty()))
                        .resource(Kind.EVENT_HUBS_NAMESPACE, "orders", Output.of("id"))
                        .resource(Kind.STORAGE_ACCOUNT, "files", Output.of("id"))
                        .resource(Kind.STORAGE_ACCOUNT, "files", Output.of("id"))
                        .build(),
                ComponentResourceOptions.Empty));
        Capture nobody = run(context -> new EventPipelineMonitoring(
                "watch",
                EventPipelineMonitoringArgs.builder()
                        .resourceGroupName("rg")
                        .location("westeurope")
                        .monitoring(MonitoringSpec.telling(List.of()))
                        .resource(Kind.STORAGE_ACCOUNT, "files", Output.of("id"))
                        .build(),
                ComponentResourceOptions.Empty));

        assertThat(problems(nothing))
                .containsExactly(
                        "EventPipelineMonitoring watch: location: missing, an EventPipelineMonitoring needs it",
                        "EventPipelineMonitoring watch: monitoring: missing, an EventPipelineMonitoring needs it",
                        "EventPipelineMonitoring watch: namespace: nothing is watched, give a namespace, a workload or"
                                + " another resource",
                        "EventPipelineMonitoring watch: resourceGroupName: missing, an EventPipelineMonitoring needs it");
        assertThat(problems(both))
                .containsExactly(
                        "EventPipelineMonitoring watch: monitoring.actionGroupIds: given together with emails, give groups"
                                + " that exist or the people of a new one",
                        "EventPipelineMonitoring watch: monitoring.logRetentionDays: given together with workspaceId, give a"
                                + " workspace that exists or the retention of a new one",
                        "EventPipelineMonitoring watch: monitoring.workspaceId: /subscriptions/s is not the id of a workspace,"
                                + " give /subscriptions/.../providers/Microsoft.OperationalInsights/workspaces/<name>",
                        "EventPipelineMonitoring watch: resource.files: given twice, give each resource once",
                        "EventPipelineMonitoring watch: resource.orders: Microsoft.EventHub/namespaces is not watched this"
                                + " way, give namespace(...)");
        assertThat(problems(nobody))
                .containsExactly(
                        "EventPipelineMonitoring watch: monitoring.emails: nobody is told, give emails or actionGroupIds");
    }

    @Test
    void outputsTellEachThreshold() {
        Capture capture = run(EventPipelineMonitoringTest::everything);
        JsonNode outputs = Objects.requireNonNull(
                capture.componentOutputs().get("urn:pulumi:test::test::" + EventPipelineMonitoring.TYPE + "::watch"));

        assertThat(outputs.path("thresholds").path("orders-throttled-requests").asText())
                .isEqualTo("a single refused request: its sender has only its retry window");
        Set<String> kinds = new TreeSet<>();
        outputs.path("thresholds").fieldNames().forEachRemaining(kinds::add);
        assertThat(Arrays.stream(AlertKind.values())
                        .filter(kind -> kinds.stream().noneMatch(name -> name.contains(kind.key()))))
                .containsExactlyInAnyOrder(
                        AlertKind.REPLICAS_AT_MAXIMUM,
                        AlertKind.POD_START_SLOW,
                        AlertKind.PREMIUM_PRESSURE,
                        AlertKind.CAPTURE_BACKLOG,
                        AlertKind.REPLICATION_LAG);
    }

    private static List<String> problems(Capture capture) {
        return capture.failure(Problems.class).orElseThrow().problems().stream()
                .map(Object::toString)
                .toList();
    }

    /** Premium with its events in both regions, and a workload: what a Standard namespace has no alarms for. */
    private static void inTwoRegions(Context context) {
        DeclaredStack.declare(
                StackFile.parse("stack.yaml", TWO_REGIONS.getBytes(StandardCharsets.UTF_8)), true, Clock.systemUTC());
    }

    private static void everything(Context context) {
        EventHubsNamespace namespace = new EventHubsNamespace(
                "orders",
                EventHubsNamespaceArgs.builder()
                        .resourceGroupName("rg")
                        .namespaceName("contoso-orders")
                        .location("westeurope")
                        .hub(new HubSpec(
                                "orders", Optional.empty(), OptionalInt.empty(), Optional.empty(), List.of("billing")))
                        .build(),
                ComponentResourceOptions.Empty);
        new EventPipelineMonitoring(
                "watch",
                EventPipelineMonitoringArgs.builder()
                        .resourceGroupName("rg")
                        .location("westeurope")
                        .monitoring(MonitoringSpec.telling(List.of("oncall@example.com")))
                        .namespace(namespace)
                        .resource(Kind.EVENT_GRID_TOPIC, "news", Output.of("/subscriptions/s/news"))
                        .resource(Kind.EVENT_GRID_DOMAIN, "towns", Output.of("/subscriptions/s/towns"))
                        .resource(Kind.EVENT_GRID_SYSTEM_TOPIC, "blobs", Output.of("/subscriptions/s/blobs"))
                        .resource(Kind.EVENT_GRID_NAMESPACE, "meters", Output.of("/subscriptions/s/meters"))
                        .resource(Kind.CLUSTER, "aks", Output.of("/subscriptions/s/aks"))
                        .resource(Kind.STORAGE_ACCOUNT, "files", Output.of("/subscriptions/s/files"))
                        .tags(Map.of("team", "orders"))
                        .build(),
                ComponentResourceOptions.Empty);
    }

    /** Of everything that can be watched, of a pair with its events in both regions, and of each stack as it is approved. */
    private static List<JsonNode> declared(String type) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode graph : GRAPHS.get()) {
            found.addAll(declared(graph, type));
        }
        assertThat(found).as(type).isNotEmpty();
        return found;
    }

    private static List<JsonNode> declared(JsonNode graph, String type) {
        List<JsonNode> found = new ArrayList<>();
        graph.forEach(resource -> {
            if (resource.path("type").asText().equals("azure-native:" + type)) {
                found.add(resource.path("inputs"));
            }
        });
        return found;
    }

    private static List<JsonNode> graphs() {
        try (Stream<Path> stacks = Files.list(Path.of("stacks"))) {
            List<JsonNode> graphs = new ArrayList<>();
            graphs.add(JSON.readTree(
                    GraphJson.write(run(EventPipelineMonitoringTest::everything).graph())));
            graphs.add(JSON.readTree(GraphJson.write(
                    run(EventPipelineMonitoringTest::inTwoRegions).graph())));
            for (Path stack : stacks.sorted().toList()) {
                graphs.add(JSON.readTree(stack.resolve("plan.approved.json").toFile()));
            }
            return graphs;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> rows(String table) throws IOException {
        List<String> lines = Files.readAllLines(FACTS.resolve(table));
        return new HashSet<>(lines.subList(1, lines.size()));
    }

    private static Capture run(Consumer<Context> program) {
        return EmbeddedMonitor.run(program, new Settings("test", "test", Map.of()));
    }
}
