package dev.spillway.forecast;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.topology;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.loss.LossForecast;
import dev.spillway.loss.Scaling;
import dev.spillway.loss.SenderPods;
import dev.spillway.view.Gap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Senders that KEDA scales: on CPU as a HorizontalPodAutoscaler would, and on anything else not computable, with the reason. */
final class KedaProducersTest {
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture hub = hub("orders/orders").partitions(4);
    private final ResourceFixture producer = deployment("order-api")
            .sendsTo("orders/orders")
            .fact("max-events-per-second", "1200")
            .fact("buffered-events", "60000")
            .fact("pod-start-seconds", "60")
            .burst(1380, 120, 900)
            .own("client", "{\"library\":\"azureSdkDotNet\",\"maxRetries\":3,\"delaySeconds\":0.8}");

    @Test
    void onCpuTheForecastIsTheOneOfAnAutoscaler() {
        NamespaceForecast forecast = forecast(List.of(cpu("80")), 1);

        assertThat(forecast.unknown()).isEmpty();
        assertThat(forecast.figures().orElseThrow().senders().get(0).pods().map(SenderPods::scaling))
                .get()
                .isInstanceOfSatisfying(Scaling.CpuAutoscaling.class, scaling -> {
                    assertThat(scaling.targetAverageUtilization()).isEqualTo(80);
                    assertThat(scaling.minReplicas()).isEqualTo(1);
                    assertThat(scaling.maxReplicas()).isEqualTo(10);
                });
        assertThat(forecast.forecast().map(LossForecast::lostEvents).orElseThrow())
                .isCloseTo(22_400, within(1e-6));
    }

    @Test
    void onAQueueNothingIsComputable() {
        assertThat(gaps(List.of(Map.of("type", "prometheus", "metadata", Map.of("threshold", "5"))), 1))
                .containsExactly("only scaling on CPU utilisation can be forecast");
    }

    @Test
    void besideAnotherTriggerNobodyKnowsWhichOneWins() {
        assertThat(gaps(List.of(cpu("80"), Map.of("type", "cron", "metadata", Map.of())), 1))
                .containsExactly("met several triggers where CPU alone can be forecast");
    }

    @Test
    void anAverageOfCoresIsNoUtilisation() {
        assertThat(gaps(
                        List.of(Map.of(
                                "type", "cpu", "metricType", "AverageValue", "metadata", Map.of("value", "500m"))),
                        1))
                .containsExactly("met AverageValue where Utilization can be forecast");
    }

    @Test
    void aTargetThatIsNoPercentageIsNotComputable() {
        assertThat(gaps(List.of(cpu("half")), 1)).containsExactly("met \"half\" where a number belongs");
        assertThat(gaps(List.of(cpu("0.5")), 1)).containsExactly("met \"0.5\" where a percentage belongs");
    }

    @Test
    void sendersThatScaleToNothingAreNotComputable() {
        assertThat(gaps(List.of(cpu("80")), 0))
                .containsExactly("what no pod sends until one is started cannot be forecast, give 1 or more");
    }

    /** A caller that waits no longer than the pod's queue is lost in the pod, not at the namespace. */
    @Test
    void whatCallersWaitIsReadFromTheWorkload() {
        producer.fact("upstream-timeout-seconds", "2");

        assertThat(forecast(List.of(cpu("80")), 1)
                        .figures()
                        .orElseThrow()
                        .senders()
                        .get(0)
                        .pods()
                        .map(SenderPods::upstreamTimeoutSeconds))
                .contains(2.0);
    }

    private List<String> gaps(List<Map<String, Object>> triggers, int fewest) {
        return forecast(triggers, fewest).unknown().stream().map(Gap::why).toList();
    }

    private NamespaceForecast forecast(List<Map<String, Object>> triggers, int fewest) {
        ResourceFixture scaler = Stacks.scaledObject("order-api")
                .with("spec.minReplicaCount", fewest)
                .with("spec.maxReplicaCount", 10)
                .with("spec.triggers", triggers);
        return Forecasts.of(topology(orders, hub, scaler, producer), Assumptions.STANDARD)
                .get(0);
    }

    private static Map<String, Object> cpu(String value) {
        return Map.of("type", "cpu", "metricType", "Utilization", "metadata", Map.of("value", value));
    }
}
