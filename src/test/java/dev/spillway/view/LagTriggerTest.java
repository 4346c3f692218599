package dev.spillway.view;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.scaledObject;
import static dev.spillway.fixture.Stacks.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trigger on hub lag tells of its consumer what that does not say itself. */
class LagTriggerTest {
    private static final Map<String, Object> LAG = Map.of(
            "type",
            "azure-eventhub",
            "metadata",
            Map.of(
                    "consumerGroup", "billing",
                    "storageAccountName", "offsets",
                    "blobContainer", "billing-offsets",
                    "unprocessedEventThreshold", "32"));
    private static final Map<String, Object> CPU = Map.of("type", "cpu", "metadata", Map.of("value", "70"));

    private final ResourceFixture billing = deployment("billing").fact("hub", "orders/orders");
    private final ResourceFixture scaler = scaledObject("billing").with("spec.triggers", List.of(CPU, LAG));

    @Test
    void itMakesItsTargetAConsumerAndTellsWhereItIs() {
        WorkloadView consumer = workload();

        assertThat(consumer.is(Role.CONSUMER)).isTrue();
        assertThat(consumer.consumerGroup().value()).isEqualTo("billing");
        assertThat(consumer.checkpointAccount().value()).isEqualTo("offsets");
        assertThat(consumer.checkpointContainer().value()).isEqualTo("billing-offsets");
    }

    @Test
    void theConsumersOwnWordsOutdoIt() {
        billing.fact("consumer-group", "own")
                .fact("checkpoint-account", "own-account")
                .fact("checkpoint-container", "own-container");

        WorkloadView consumer = workload();

        assertThat(consumer.consumerGroup().value()).isEqualTo("own");
        assertThat(consumer.checkpointAccount().value()).isEqualTo("own-account");
        assertThat(consumer.checkpointContainer().value()).isEqualTo("own-container");
    }

    @Test
    void whatNeitherSaysIsAbsent() {
        scaler.with("spec.triggers", List.of(CPU));

        WorkloadView consumer = workload();

        assertThat(consumer.consumerGroup().isAbsent()).isTrue();
        assertThat(consumer.checkpointAccount().isAbsent()).isTrue();
        assertThat(consumer.checkpointContainer().isAbsent()).isTrue();
        assertThat(consumer.role().isAbsent()).isTrue();
    }

    @Test
    void unreadEventsBelongToATriggerOnLagAlone() {
        List<Map<String, Object>> none = List.of(CPU);
        ResourceFixture plain = autoscaler("plain", 1, 2).with("spec.triggers", List.of(LAG));

        assertThat(unread(scaler)).isEqualTo("32.0");
        assertThat(unread(scaledObject("billing"))).isEqualTo("64.0");
        assertThat(unread(scaledObject("billing").with("spec.triggers", none))).isEqualTo("absent");
        assertThat(unread(scaledObject("billing").without("spec.triggers"))).isEqualTo("absent");
        assertThat(unread(plain)).isEqualTo("absent");
    }

    @Test
    void triggersOfAnotherAutoscalerThanKedasTellNothing() {
        ResourceFixture plain = autoscaler("billing", 1, 2).with("spec.triggers", List.of(LAG));

        WorkloadView workload = topology(billing, plain).workloads().get(0);

        assertThat(workload.role().isAbsent()).isTrue();
        assertThat(workload.consumerGroup().isAbsent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu    | Utilization  | 70   | 70",
                "cpu    | Utilization  | 0    | unknown",
                "cpu    | Utilization  | 1    | 1",
                "cpu    | Utilization  | 70.5 | unknown",
                "cpu    | Utilization  | most | unknown",
                "cpu    | AverageValue | 70   | unknown",
                "memory | Utilization  | 70   | absent"
            })
    void theCpuTargetOfAScaledObjectIsAWholePercentage(String type, String metric, String value, String target) {
        scaler.with(
                "spec.triggers",
                List.of(Map.of("type", type, "metricType", metric, "metadata", Map.of("value", value))));

        Fact<Integer> read = topology(scaler).scalers().get(0).cpuTargetPercent();

        assertThat(
                        read.isUnknown()
                                ? "unknown"
                                : read.whenKnown().map(String::valueOf).orElse("absent"))
                .isEqualTo(target);
    }

    @Test
    void besideOtherTriggersNobodyCanTellWhetherCpuWins() {
        assertThat(topology(scaler).scalers().get(0).cpuTargetPercent())
                .isEqualTo(Fact.unknown("spec.triggers", "met several triggers where CPU alone can be forecast"));
    }

    @Test
    void anAccountHasARoleWhereAConsumerCertainlyKeepsItsCheckpointsThere() {
        StorageTopology storage =
                topology(billing, scaler, account("offsets"), account("unused")).storage();

        assertThat(storage.usedAccounts()).extracting(StorageAccountView::name).containsExactly("offsets");
        assertThat(storage.checkpoints())
                .singleElement()
                .satisfies(one -> assertThat(one.consumer().name()).isEqualTo("billing"));
    }

    @Test
    void whoReadsInNoGroupKeepsNoCheckpoints() {
        ResourceFixture producer = deployment("order-api")
                .sendsTo("orders/orders")
                .fact("consumer-group", "billing")
                .fact("checkpoint-account", "offsets");
        ResourceFixture reader = deployment("reader").readsFrom("orders/orders").fact("checkpoint-account", "offsets");

        StorageTopology storage = topology(producer, reader, account("offsets")).storage();

        assertThat(storage.checkpoints()).isEmpty();
        assertThat(storage.usedAccounts()).isEmpty();
    }

    private WorkloadView workload() {
        return topology(billing, scaler).workloads().get(0);
    }

    private static String unread(ResourceFixture scaler) {
        return topology(scaler)
                .scalers()
                .get(0)
                .unreadEventsPerPod()
                .whenKnown()
                .map(String::valueOf)
                .orElse("absent");
    }
}
