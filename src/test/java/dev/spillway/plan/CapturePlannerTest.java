package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.config.StackFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where captured files go and when they are closed, as planned. */
final class CapturePlannerTest {
    private static final String AT = "eventHubs.n.hubs.h.capture.";
    private static final String STORAGE = "eventHubs.n.captureStorage.";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'{}'; 300 s default; so long an event is in the hub alone",
                "'{ toleratedTailSeconds: 60 }'; 60 s derived; events of 60 s may be in the hub alone",
                "'{ toleratedTailSeconds: 900 }'; 900 s derived; events of 900 s may be in the hub alone",
                "'{ toleratedTailSeconds: 3600 }'; 900 s derived; events of 3600 s may be in the hub alone",
                "'{ toleratedTailSeconds: 3600, intervalSeconds: 120 }'; 120 s given; as written"
            })
    void theWindowFollowsTheToleratedTail(String capture, String window, String reason) {
        Setting setting = setting("westeurope", "", "capture: " + capture, AT + "intervalSeconds");

        assertThat(setting.value() + " " + setting.unit() + " "
                        + setting.source().key())
                .isEqualTo(window);
        assertThat(setting.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "westeurope, standard, Standard_ZRS",
        "westeurope, mission-critical, Standard_GZRS",
        "polandcentral, mission-critical, Standard_ZRS",
        "ukwest, standard, Standard_GRS",
        "ukwest, mission-critical, Standard_GRS",
        "nowhere, standard, Standard_LRS"
    })
    void filesOutliveWhatTheRegionLetsThemOutlive(String location, String profile, String sku) {
        assertThat(setting(location, "profile: " + profile, "capture: {}", STORAGE + "redundancy")
                        .value())
                .isEqualTo(sku);
    }

    @Test
    void anAccountIsNamedAfterTheNamespaceAndLikeNoOther() {
        assertThat(setting("westeurope", "", "capture: {}", STORAGE + "accountName")
                        .value())
                .matches("ordersncap[0-9a-f]{8}");
        assertThat(plan("westeurope", "name: orders-with-a-name-as-long-as-they-get", "capture: {}")
                        .namespaces()
                        .get(0)
                        .captureStorage()
                        .orElseThrow()
                        .accountName()
                        .value())
                .matches("orderswithanacap[0-9a-f]{8}");
    }

    @Test
    void nothingIsStoredWhereNothingIsCaptured() {
        assertThat(plan("westeurope", "", "").namespaces().get(0).captureStorage())
                .isEmpty();
        assertThat(plan("westeurope", "", "capture: { enabled: false, reason: Nobody misses it }")
                        .namespaces()
                        .get(0)
                        .captureStorage())
                .isEmpty();
    }

    @Test
    void capturedEventsAreNotLostWithTheHubInTheForecast() {
        StackPlan captured = plan("westeurope", "", "retentionHours: 1, capture: {}");

        assertThat(PlannedFigures.of(captured.namespaces().get(0), captured.workloads())
                        .toString())
                .isNotEqualTo(PlannedFigures.of(
                                plan("westeurope", "", "retentionHours: 1")
                                        .namespaces()
                                        .get(0),
                                captured.workloads())
                        .toString());
    }

    private static Setting setting(String location, String stack, String hub, String key) {
        Map<String, Setting> byKey = plan(location, stack, hub).settings().stream()
                .collect(Collectors.toMap(Setting::key, setting -> setting));
        return java.util.Objects.requireNonNull(byKey.get(key), key + " among " + byKey.keySet());
    }

    private static StackPlan plan(String location, String stack, String hub) {
        String yaml = """
                apiVersion: spillway.dev/v1
                NAME
                location: LOCATION
                load: { baselineEventsPerSecond: 100, peakEventsPerSecond: 200, averageEventBytes: 1000 }
                eventHubs: { n: { tier: Standard, hubs: { h: { HUB consumerGroups: [g] } } } }
                workloads:
                  p: { role: producer, hub: n/h, image: "p:1", perReplicaEventsPerSecond: 1000 }
                  c: { role: consumer, hub: n/h, consumerGroup: g, image: "c:1", perReplicaEventsPerSecond: 1000 }
                """.replace("LOCATION", location)
                .replace("NAME", stack.startsWith("name:") ? stack : "name: orders\n" + stack)
                .replace("HUB", hub.isEmpty() ? "" : hub + ",");
        return StackPlanner.plan(StackFile.parse("stack.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
