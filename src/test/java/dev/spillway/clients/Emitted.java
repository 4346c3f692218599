package dev.spillway.clients;

import dev.spillway.config.StackFile;
import dev.spillway.plan.ClientConfiguration;
import dev.spillway.plan.ClientConfigurations;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What is emitted for a sender behind a firewall with retries of its own, and for a reader with everything derived. */
final class Emitted {
    private static final String STACK = """
            apiVersion: spillway.dev/v1
            name: shop
            location: westeurope
            load: { baselineEventsPerSecond: 600, peakEventsPerSecond: 1380, averageEventBytes: 900 }
            eventHubs: { orders: { tier: Standard, hubs: { audit: { consumerGroups: [billing] } } } }
            workloads:
              api:
                role: producer
                hub: orders/audit
                image: a
                perReplicaEventsPerSecond: 1200
                bufferedEvents: 1000
                egress: [443]
                client: { maxRetries: 7, delaySeconds: 2.5, maxDelaySeconds: 30, tryTimeoutSeconds: 45 }
              billing: { role: consumer, hub: orders/audit, image: a, perReplicaEventsPerSecond: 800, consumerGroup: billing }
            """;

    private Emitted() {}

    static ClientConfiguration toSender(String client) {
        return of("api", client);
    }

    static ClientConfiguration toReader(String client) {
        return of("billing", client);
    }

    static StackPlan plan() {
        return StackPlanner.plan(StackFile.parse("stack.yaml", STACK.getBytes(StandardCharsets.UTF_8)));
    }

    private static ClientConfiguration of(String workload, String client) {
        return ClientConfigurations.of(plan().workload(workload)).stream()
                .filter(one -> one.client().equals(client))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing for " + client));
    }

    /** One setting as text. */
    static String text(ClientConfiguration configuration, String name) {
        return Objects.requireNonNull(configuration.texts().get(name), () -> name + " among " + configuration.texts());
    }
}
