package dev.spillway.components;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.config.StackFile;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.view.ResourceView;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Event Grid shares with the rest of a stack: its monitoring, and the workloads that publish. */
final class DeclaredEventGridTest {
    private static final String STACK = """
            apiVersion: spillway.dev/v1
            name: shop
            location: westeurope
            secondaryLocation: northeurope
            load: { baselineEventsPerSecond: 100, peakEventsPerSecond: 200, averageEventBytes: 900 }
            eventHubs:
              orders: { tier: Standard, hubs: { orders: { consumerGroups: [billing] } } }
            eventGrid:
              topics:
                orders:
                  diagnostics: { workspaceId: /subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-watch/providers/Microsoft.OperationalInsights/workspaces/shop }
                  publishers: [order-api]
                  subscriptions:
                    notify:
                      destination: { type: webHook, url: "https://notify.example.com/events" }
                      deadLetter: { createStorage: true }
                payments:
                  geoDisasterRecovery: clientSide
                  publishers: [order-api, billing]
                  subscriptions:
                    notify:
                      destination: { type: webHook, url: "https://notify.example.com/events" }
                      deadLetter: { createStorage: true }
              namespaces:
                devices:
                  topics: { telemetry: { subscriptions: { read: { deadLetter: { createStorage: true } } } } }
            cluster: { existing: { name: aks, resourceGroup: rg-aks } }
            workloads:
              order-api:
                role: producer
                hub: orders/orders
                image: registry.example.com/order-api:1.4
                perReplicaEventsPerSecond: 100
              billing:
                role: consumer
                hub: orders/orders
                consumerGroup: billing
                image: registry.example.com/billing:1.4
                perReplicaEventsPerSecond: 100
            """;

    private static final String MONITORING = "monitoring: { actionGroupEmails: [oncall@example.com] }\n";

    @Test
    void withoutMonitoringEachResourceHasAlertsOfItsOwn() {
        assertThat(names(declared(STACK), "insights:MetricAlert"))
                .containsExactlyInAnyOrder(
                        "orders-dead-lettered",
                        "orders-dropped",
                        "payments-primary-dead-lettered",
                        "payments-primary-dropped",
                        "payments-secondary-dead-lettered",
                        "payments-secondary-dropped",
                        "devices-dead-lettered",
                        "devices-dropped",
                        "devices-not-dead-lettered");
    }

    @Test
    void monitoringOfTheStackWatchesTopicsNamespacesAndDeadLettersInBothRegions() {
        List<String> alerts = names(declared(STACK + MONITORING), "insights:MetricAlert");

        assertThat(alerts).allMatch(name -> name.startsWith("monitoring-"));
        assertThat(alerts)
                .contains(
                        "monitoring-orders-grid-grid-dropped",
                        "monitoring-payments-primary-grid-dropped",
                        "monitoring-payments-secondary-grid-dropped",
                        "monitoring-payments-secondary-grid-publish-failed",
                        "monitoring-devices-grid-namespace-loss-dropped",
                        "monitoring-devices-grid-namespace-loss-dead-letter",
                        "monitoring-devices-grid-dead-lettered",
                        "monitoring-payments-secondary-dead-letters-storage-unavailable");
    }

    /** Azure refuses a second setting with the same destination. */
    @Test
    void logsThatGoSomewhereAlreadyAreNotSentAgain() {
        assertThat(names(declared(STACK + MONITORING), "insights:DiagnosticSetting"))
                .contains("orders-logs", "monitoring-orders", "monitoring-payments-primary", "monitoring-devices")
                .doesNotContain("monitoring-orders-grid");
    }

    @Test
    void whoNamesPeopleOfItsOwnKeepsItsAlerts() {
        String own = STACK.replace(
                "      publishers: [order-api]\n",
                "      publishers: [order-api]\n      alertActionGroupIds: [/subscriptions/00000000-0000-0000-0000-000000000001"
                        + "/resourceGroups/rg-watch/providers/Microsoft.Insights/actionGroups/oncall]\n");

        assertThat(names(declared(own + MONITORING), "insights:MetricAlert"))
                .contains("orders-dropped", "monitoring-orders-grid-grid-dropped")
                .doesNotContain("payments-primary-dropped");
    }

    @Test
    void workloadsThatPublishGetTheRightInEveryRegionBeforeTheirPods() {
        Capture capture = declared(STACK);

        assertThat(names(capture, "authorization:RoleAssignment"))
                .contains(
                        "order-api-publishes-to-orders",
                        "order-api-publishes-to-payments-primary",
                        "order-api-publishes-to-payments-secondary",
                        "billing-publishes-to-payments-primary",
                        "billing-publishes-to-payments-secondary")
                .doesNotContain("billing-publishes-to-orders");
        ResourceView pods = capture.graph().resources().stream()
                .filter(resource -> resource.type().endsWith(":Deployment")
                        && resource.name().equals("order-api"))
                .findFirst()
                .orElseThrow();
        assertThat(pods.dependencies()).anyMatch(urn -> urn.endsWith("::order-api-publishes-to-orders"));
    }

    private static List<String> names(Capture capture, String type) {
        return capture.graph().resources().stream()
                .filter(resource -> resource.type().endsWith(type))
                .map(ResourceView::name)
                .toList();
    }

    private static Capture declared(String yaml) {
        Capture capture = EmbeddedMonitor.run(
                context -> DeclaredStack.declare(
                        StackFile.parse("stack.yaml", yaml.getBytes(UTF_8)), true, Clock.systemUTC()),
                new Settings("test", "test", Map.of()));
        assertThat(capture.errors()).isEmpty();
        return capture;
    }
}
