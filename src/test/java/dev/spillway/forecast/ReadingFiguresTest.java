package dev.spillway.forecast;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.scaledObject;
import static dev.spillway.fixture.Stacks.topology;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.loss.Behavior;
import dev.spillway.loss.Consumers;
import dev.spillway.loss.LossForecast;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.PodStart;
import dev.spillway.loss.Reading;
import dev.spillway.loss.Scaling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who reads, filled from the view; without the facts for it readers are taken to be ample, and the forecast says so. */
class ReadingFiguresTest {
    private static final double DAY = 86_400;

    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders").partitions(4);
    private final ResourceFixture producer = deployment("order-api")
            .sendsTo("orders/orders")
            .fact("max-events-per-second", "1200")
            .fact("retry-budget-seconds", "30")
            .burst(1380, 120, 900);
    private final ResourceFixture reader =
            deployment("billing").readsFrom("orders/orders").fact("max-events-per-second", "200");

    @Test
    void fixedReplicasReadWhatTheyDeclare() {
        reader.replicas(4);

        assertThat(reading()).contains(new Reading(DAY, false, 1, Consumers.of(200, new Scaling.Fixed(4))));
    }

    @Test
    void theHubSaysHowLongItKeepsEvents() {
        hub.retentionHours(48).with("captureDescription.enabled", true);

        assertThat(reading().map(Reading::retentionHours)).contains(48.0);
        assertThat(reading().map(Reading::captureEnabled)).contains(true);
    }

    @Test
    void groupsOfTheHubShareItsEgress() {
        assertThat(reading(group("billing"), group("shipping")).map(Reading::consumerGroupCount))
                .contains(2);
    }

    @Test
    void anAutoscalerOnCpuScalesThem() {
        reader.fact("pod-start-seconds", "45");

        var consumers = reading(autoscaler("billing", 2, 6)).orElseThrow().consumers();

        assertThat(consumers.scaling())
                .isEqualTo(Scaling.CpuAutoscaling.of(2, 6, 80).withBehavior(Behavior.withoutBlock()));
        assertThat(consumers.start()).isEqualTo(PodStart.after(45));
    }

    @Test
    void aScaledObjectScalesThemOnLag() {
        var scaled = scaledObject("billing")
                .with("spec.minReplicaCount", 1)
                .with("spec.maxReplicaCount", 8)
                .with(
                        "spec.triggers",
                        List.of(Map.of(
                                "type", "azure-eventhub", "metadata", Map.of("unprocessedEventThreshold", "500"))));

        assertThat(reading(scaled).map(reading -> reading.consumers().scaling()))
                .contains(new Scaling.LagAutoscaling(1, 8, 500, 0.1, Behavior.withoutBlock()));
    }

    @Test
    void aScaledObjectThatSaysNothingHasTheDefaultsOfKeda() {
        assertThat(reading(scaledObject("billing"))
                        .map(reading -> reading.consumers().scaling()))
                .contains(new Scaling.LagAutoscaling(0, 100, 64, 0.1, Behavior.withoutBlock()));
    }

    @Test
    void aThresholdThatIsNoNumberLeavesThemAmple() {
        var scaled = scaledObject("billing")
                .with(
                        "spec.triggers",
                        List.of(Map.of(
                                "type", "azure-eventhub", "metadata", Map.of("unprocessedEventThreshold", "many"))));

        assertThat(reading(scaled)).isEmpty();
    }

    @Test
    void ofSeveralReadersTheSlowestIsFollowed() {
        reader.replicas(4);
        var slow = deployment("audit")
                .readsFrom("orders/orders")
                .fact("max-events-per-second", "300")
                .replicas(2);

        assertThat(reading(slow).map(reading -> reading.consumers().podEventsPerSecond()))
                .contains(300.0);
    }

    @Test
    void withoutARateTheyAreAmpleAndTheForecastSaysSo() {
        reader.withoutFact("max-events-per-second");

        assertThat(reading()).isEmpty();
        assertThat(forecast().assumptions())
                .anyMatch(sentence -> sentence.startsWith("Consumers are taken to be ample"));
    }

    @Test
    void withARateTheForecastSaysWhatItFollowed() {
        assertThat(forecast().assumptions())
                .noneMatch(sentence -> sentence.contains("ample"))
                .anyMatch(sentence -> sentence.startsWith("One consumer group is followed: a pod reads 200 events"));
        assertThat(forecast().peaks().consumerPods()).hasValue(1);
        assertThat(forecast().peaks().partitionLogBacklog()).isPositive();
    }

    @Test
    void aCompactedHubIsNotFollowed() {
        hub.with("retentionDescription.cleanupPolicy", "Compact");

        assertThat(reading()).isEmpty();
    }

    @Test
    void aRetentionThatIsNotKnownYetLeavesThemAmple() {
        hub.unknown("retentionDescription.retentionTimeInHours");

        assertThat(reading()).isEmpty();
    }

    @Test
    void readersOfOneOfTwoHubsAreNotFollowed() {
        var second = deployment("returns-api")
                .sendsTo("orders/returns")
                .fact("max-events-per-second", "100")
                .fact("retry-budget-seconds", "30")
                .burst(600, 0, 900);

        assertThat(reading(hub("orders/returns").partitions(2), second)).isEmpty();
    }

    private static ResourceFixture group(String name) {
        return resource("azure-native:eventhub:ConsumerGroup", name)
                .with("namespaceName", "orders")
                .with("eventHubName", "orders")
                .with("consumerGroupName", name);
    }

    private LossForecast forecast() {
        return only().forecast().orElseThrow();
    }

    private Optional<Reading> reading(ResourceFixture... more) {
        return only(more).figures().flatMap(PipelineFigures::reading);
    }

    private NamespaceForecast only(ResourceFixture... more) {
        var all = new ArrayList<>(List.of(orders, hub, producer, reader));
        all.addAll(List.of(more));
        return Forecasts.of(topology(all.toArray(new ResourceFixture[0])), Assumptions.STANDARD)
                .get(0);
    }
}
