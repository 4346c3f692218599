package dev.spillway.loadtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.plan.LoadTestPlan;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Everything that a load test needs, as files: plans for JMeter, resource and tests for Azure Load Testing, queries. */
public final class LoadTestFiles {
    private static final double PERCENT = 100;
    private static final double MILLIS = 1000;

    private final LoadTestPlan plan;
    private final Expectation expected;

    private LoadTestFiles(LoadTestPlan plan) {
        this.plan = plan;
        this.expected = Expectation.of(plan);
    }

    /** Text by file name, within the folder of the test. */
    public static SortedMap<String, String> of(LoadTestPlan plan) {
        LoadTestFiles files = new LoadTestFiles(plan);
        SortedMap<String, String> texts = new TreeMap<>(files.queries());
        texts.put("https.jmx", TestPlanFile.https(plan));
        texts.put("kafka.jmx", TestPlanFile.kafka(plan));
        texts.put(Expectation.FILE, files.expected.written());
        texts.put("azure-load-testing.json", files.resource());
        texts.put("https.test.yaml", files.definition("https", ENVIRONMENT_HTTPS, ""));
        texts.put("kafka.test.yaml", files.definition("kafka", ENVIRONMENT_KAFKA, JAR));
        texts.put("README.md", files.readme());
        return texts;
    }

    private static final String ENVIRONMENT_HTTPS = """
            env:
              - name: EVENTHUBS_HOST
                value: HOST
              - name: EVENTHUBS_AUTHORIZATION
                value: ""
            """;
    private static final String ENVIRONMENT_KAFKA = """
            env:
              - name: KAFKA_BOOTSTRAP_SERVERS
                value: HOST:9093
              - name: KAFKA_SASL_JAAS_CONFIG
                value: ""
            """;
    private static final String JAR = "configurationFiles:\n  - kafka-clients-3.9.1.jar\n";

    /** One engine: the schedule in the plan is the whole load, and each engine would send it once more. */
    private String definition(String kind, String environment, String more) {
        return "version: v0.1\n"
                + "testId: " + name() + "-" + kind + "\n"
                + "displayName: " + name() + " over " + kind + "\n"
                + "testType: JMX\n"
                + "testPlan: " + kind + ".jmx\n"
                + "engineInstances: 1\n"
                + "autoStop: disable\n"
                + "failureCriteria:\n"
                + "  - percentage(error) > " + percent() + "\n"
                + "  - p99(response_time_ms) > " + Math.round(expected.p99Seconds() * MILLIS) + "\n"
                + more
                + environment.replace(
                        "value: HOST", "value: " + plan.namespace().fullyQualifiedNamespace());
    }

    private String percent() {
        double share = expected.offered() == 0 ? 0 : PERCENT * expected.high() / expected.offered();
        return java.math.BigDecimal.valueOf(share)
                .setScale(2, java.math.RoundingMode.CEILING)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String resource() {
        ObjectNode template = JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#")
                .put("contentVersion", "1.0.0.0");
        ObjectNode resource = template.putArray("resources")
                .addObject()
                .put("type", "Microsoft.LoadTestService/loadTests")
                .put("apiVersion", "2022-12-01")
                .put("name", name())
                .put("location", plan.namespace().location());
        resource.putObject("identity").put("type", "SystemAssigned");
        resource.putObject("properties").put("description", "Load tests of " + plan.stack());
        return template.toPrettyString() + "\n";
    }

    private Map<String, String> queries() {
        String id =
                "/microsoft.eventhub/namespaces/" + plan.namespace().azureName().toLowerCase(Locale.ROOT);
        String compare = """
                // What was sent, what the namespace accepted, and what its readers got; set the range to the time of the test.
                let sent = SENT;
                AzureMetrics
                | where tolower(_ResourceId) endswith "RESOURCE"
                | where MetricName in ("IncomingMessages", "OutgoingMessages", "ThrottledRequests")
                | summarize Accepted = sumif(Total, MetricName == "IncomingMessages"), \
                Delivered = sumif(Total, MetricName == "OutgoingMessages"), \
                ThrottledRequests = sumif(Total, MetricName == "ThrottledRequests")
                | extend Sent = sent, Lost = sent - Accepted, DeliveredToEachGroup = Delivered / GROUPS
                """;
        String minutes = """
                // The same by minute, to set beside the phases of the test.
                AzureMetrics
                | where tolower(_ResourceId) endswith "RESOURCE"
                | where MetricName in ("IncomingMessages", "OutgoingMessages", "ThrottledRequests")
                | summarize Accepted = sumif(Total, MetricName == "IncomingMessages"), \
                Delivered = sumif(Total, MetricName == "OutgoingMessages"), \
                ThrottledRequests = sumif(Total, MetricName == "ThrottledRequests") by bin(TimeGenerated, 1m)
                | order by TimeGenerated asc
                """;
        String refused = """
                // Which hub refused, and why.
                AZMSDiagnosticErrorLogs
                | where tolower(_ResourceId) endswith "RESOURCE"
                | summarize Refused = sum(ErrorCount) by EntityName, OperationResult, bin(TimeGenerated, 1m)
                | order by TimeGenerated asc
                """;
        int groups = plan.namespace().hubs().stream()
                .mapToInt(hub -> hub.consumerGroups().size())
                .max()
                .orElse(1);
        return Map.of(
                "sent-accepted-delivered.kql",
                compare.replace("SENT", String.valueOf(Math.round(expected.offered())))
                        .replace("GROUPS", String.valueOf(Math.max(1, groups)))
                        .replace("RESOURCE", id),
                "minutes.kql",
                minutes.replace("RESOURCE", id),
                "refused.kql",
                refused.replace("RESOURCE", id));
    }

    private String readme() {
        String azureName = plan.namespace().azureName();
        return """
                # Load test of NAME

                Written by `spillway loadtest`. The sender of the test never tries again, so that what is refused is lost and
                counts. Connection data are read from environment variables and from nowhere else.

                    export EVENTHUBS_HOST=AZURE.servicebus.windows.net
                    export EVENTHUBS_AUTHORIZATION="Bearer $(az account get-access-token --resource https://eventhubs.azure.net \\
                        --query accessToken --output tsv)"
                    jmeter -n -J jmeterengine.force.system.exit=true -t https.jmx -l results.jtl

                Over Kafka: `KAFKA_BOOTSTRAP_SERVERS`, `KAFKA_SASL_JAAS_CONFIG`, and kafka-clients-3.9.1.jar in JMeter's lib folder.

                In Azure Load Testing:

                    az deployment group create --resource-group <group> --template-file azure-load-testing.json
                    az load test create --load-test-resource NAME --resource-group <group> \\
                        --test-id NAME-https --load-test-config-file https.test.yaml

                Afterwards:

                    az monitor metrics list --resource <id of AZURE> --interval PT1M --aggregation Total \\
                        --metrics IncomingMessages OutgoingMessages ThrottledRequests --output json > metrics.json
                    spillway loadtest report . --results results.jtl --metrics metrics.json
                """.replace("NAME", name()).replace("AZURE", azureName);
    }

    private String name() {
        return plan.stack() + "-" + plan.namespace().name();
    }
}
