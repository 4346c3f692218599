package dev.spillway.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.pulumi.Context;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.model.HubSpec;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Functions;
import dev.spillway.monitor.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A hub that is declared from Java, without a {@code stack.yaml}, keeps its partitions as well. */
final class LiveHubsTest {
    @Test
    void aDerivedCountIsTheOneThatIsThere() {
        Capture capture = run(answering(9), OptionalInt.empty());

        assertThat(partitions(capture)).isEqualTo(9);
        assertThat(capture.errors()).isEmpty();
    }

    @Test
    void fewerThanThereAreStopTheProgramBeforeAnythingIsDeclared() {
        Capture capture = run(answering(9), OptionalInt.of(4));

        assertThat(capture.errors())
                .singleElement()
                .asString()
                .contains("eventHubs.orders.hubs.audit.partitionCount: 4 where the hub has 9 (live): partitions are"
                        + " never taken away, write partitionCount: 9");
        assertThat(capture.graph().resources())
                .noneMatch(resource -> resource.type().startsWith("azure-native"));
    }

    @Test
    void aHubThatCannotBeReadIsToldInAPreview() {
        Capture capture = run(
                (token, arguments) -> {
                    throw new IllegalStateException("Status=403 Code=\"AuthorizationFailed\"");
                },
                OptionalInt.of(4));

        assertThat(partitions(capture)).isEqualTo(4);
        assertThat(capture.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .contains(
                                "audit: partitionCount 4 (given): as written; live partitions not read: Status=403",
                                "an update stops here"));
    }

    private static Functions answering(int partitions) {
        return (token, arguments) -> token.equals("azure-native:eventhub:getEventHub")
                ? Optional.of(JsonNodeFactory.instance.objectNode().put("partitionCount", partitions))
                : Optional.empty();
    }

    private static Capture run(Functions azure, OptionalInt partitions) {
        Consumer<Context> program = context -> new EventHubsNamespace(
                "orders",
                EventHubsNamespaceArgs.builder()
                        .resourceGroupName("rg")
                        .namespaceName("contoso-orders")
                        .location("westeurope")
                        .hub(new HubSpec("audit", Optional.empty(), partitions, Optional.empty(), List.of()))
                        .build(),
                ComponentResourceOptions.Empty);
        return EmbeddedMonitor.run(program, new Settings("test", "test", Map.of()), azure);
    }

    private static int partitions(Capture capture) {
        return capture.graph().resources().stream()
                .filter(resource -> resource.type().equals("azure-native:eventhub:EventHub"))
                .findFirst()
                .orElseThrow()
                .whole("partitionCount")
                .value();
    }
}
