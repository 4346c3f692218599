package dev.spillway.forecast;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.topology;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.fixture.ResourceFixture;
import dev.spillway.loss.Admission;
import dev.spillway.loss.Behavior;
import dev.spillway.loss.LossForecast;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Scaling;
import dev.spillway.loss.Sender;
import dev.spillway.loss.SenderPods;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Figures of the loss model, filled from the view; the stack is the incident. */
class ForecastsTest {

    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders").partitions(4);
    private final ResourceFixture scaler = autoscaler("order-api", 1, 10);
    private final ResourceFixture producer = deployment("order-api")
            .sendsTo("orders/orders")
            .fact("max-events-per-second", "1200")
            .fact("buffered-events", "60000")
            .fact("pod-start-seconds", "60")
            .burst(1380, 120, 900)
            .own("client", "{\"library\":\"azureSdkDotNet\",\"maxRetries\":3,\"delaySeconds\":0.8}");

    @Test
    void theIncidentIsForecast() {
        NamespaceForecast forecast = only();

        assertThat(forecast.namespaceUrn()).isEqualTo(orders.urn());
        assertThat(forecast.namespaceName()).isEqualTo("orders");
        assertThat(forecast.unknown()).isEmpty();
        assertThat(forecast.forecast().map(LossForecast::lostEvents).orElseThrow())
                .isCloseTo(22_400, within(1e-6));
    }

    @Test
    void podsAreFilledFromTheWorkloadAndItsAutoscaler() {
        Sender sender = figures().senders().get(0);

        assertThat(sender.name()).isEqualTo("order-api");
        assertThat(sender.bufferedEventsLimit()).isInfinite();
        assertThat(sender.pods())
                .contains(new SenderPods(
                        1200,
                        60_000,
                        Double.POSITIVE_INFINITY,
                        60,
                        Scaling.CpuAutoscaling.of(1, 10, 80).withBehavior(Behavior.withoutBlock())));
    }

    @Test
    void withoutAutoscalerTheReplicasAreFixed() {
        producer.replicas(3);

        NamespaceForecast forecast = Forecasts.of(topology(orders, hub, producer), Assumptions.STANDARD)
                .get(0);

        assertThat(forecast.figures().orElseThrow().senders().get(0).pods().map(SenderPods::scaling))
                .contains(new Scaling.Fixed(3));
    }

    @Test
    void theUnitsAreFilledFromTheNamespace() {
        orders.capacity(2).inflateTo(6);

        assertThat(figures().admission()).isEqualTo(Admission.standard(2, 4).withAutoInflate(6, 60));
    }

    @Test
    void theTagOfTheNamespaceWinsOverTheAssumedReaction() {
        orders.inflateTo(6).tag("spillway-inflate-reaction-seconds", "90");

        assertThat(figures().admission()).isEqualTo(Admission.standard(1, 4).withAutoInflate(6, 90));
    }

    @Test
    void partitionsOfAllHubsThatAreSentToCount() {
        ResourceFixture returns = hub("orders/returns").partitions(8);
        ResourceFixture second = deployment("returns-api")
                .sendsTo("orders/returns")
                .fact("max-events-per-second", "100")
                .fact("retry-budget-seconds", "30")
                .burst(600, 0, 900);

        var figures = Forecasts.of(topology(orders, hub, returns, producer, scaler, second), Assumptions.STANDARD)
                .get(0)
                .figures()
                .orElseThrow();

        assertThat(figures.admission()).isEqualTo(Admission.standard(1, 12));
        assertThat(figures.senders()).extracting(Sender::name).containsExactly("order-api", "returns-api");
    }

    @Test
    void everythingThatIsMissingIsNamed() {
        producer.withoutFact("max-events-per-second").without("metadata.annotations[\"spillway.dev/load\"]");
        hub.unknown("partitionCount");

        assertThat(only().unknown())
                .extracting(Gap::toString)
                .containsExactly(
                        "orders: partitionCount: known only after deployment",
                        "order-api: metadata.annotations[\"spillway.dev/load\"]: not given",
                        "order-api: spec.template.metadata.annotations[\"spillway.dev/max-events-per-second\"]: not given");
        assertThat(only().forecast()).isEmpty();
    }

    @Test
    void aNamespaceThatNobodySendsToIsNotComputable() {
        assertThat(Forecasts.of(topology(orders), Assumptions.STANDARD))
                .containsExactly(new NamespaceForecast(
                        orders.urn(),
                        "orders",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Gap(orders.urn(), "orders", "load", "no workload in the stack sends here"))));
    }

    @Test
    void aLoadThatIsImpossibleIsNotComputable() {
        producer.burst(1380, 3600, 900);

        assertThat(only().unknown())
                .extracting(Gap::why)
                .containsExactly("windowSeconds: 3600.0 is not possible, give at least twice the burst with its climb");
    }

    @Test
    void aReactionThatIsNoNumberIsNotComputable() {
        orders.tag("spillway-inflate-reaction-seconds", "soon");

        assertThat(only().unknown())
                .extracting(Gap::toString)
                .containsExactly(
                        "orders: tags.spillway-inflate-reaction-seconds: met \"soon\" where a number of seconds belongs");
    }

    @Test
    void scalingOnAnythingButCpuIsNotComputable() {
        scaler.with("spec.metrics", List.of());

        assertThat(only().unknown())
                .extracting(Gap::toString)
                .containsExactly("order-api: spec.metrics: only scaling on CPU utilisation can be forecast");
    }

    @Test
    void aBudgetThatIsTheClientsOwnKeepsWhatIsKnownOfTheClient() {
        producer.fact("retry-budget-seconds", "23.2");

        assertThat(window().value().library()).isEqualTo(ClientLibrary.AZURE_SDK_DOTNET);
    }

    @Test
    void anotherBudgetIsThatOfACustomClient() {
        producer.fact("retry-budget-seconds", "30");

        assertThat(window().value().library()).isEqualTo(ClientLibrary.CUSTOM);
        assertThat(window().value().guaranteedSeconds()).isEqualTo(30);
    }

    @Test
    void aKafkaClientRetriesUntilItsDeliveryTimeout() {
        producer.own("client", "{\"library\":\"kafkaJava\"}");

        assertThat(window().value().guaranteedSeconds()).isEqualTo(120);
    }

    @Test
    void aClientThatNobodyKnowsIsUnknown() {
        producer.own("client", "{\"library\":\"pigeon\"}");

        assertThat(window())
                .isEqualTo(Fact.unknown(
                        "metadata.annotations[\"spillway.dev/client\"]",
                        "met library \"pigeon\", which is not a client we know"));
    }

    private Fact<RetryWindow> window() {
        return RetryWindows.of(topology(producer).workloads().get(0));
    }

    private PipelineFigures figures() {
        return only().figures().orElseThrow();
    }

    private NamespaceForecast only() {
        return Forecasts.of(topology(orders, hub, producer, scaler), Assumptions.STANDARD)
                .get(0);
    }
}
