package dev.spillway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.model.LoadProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.units.Bytes;
import dev.spillway.units.Rate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A load takes what it does not say from the level around it, and a level without a load has none. */
final class LoadInheritanceTest {
    private static final String STACK = """
            apiVersion: spillway.dev/v1
            name: orders
            location: westeurope
            {top}
            eventHubs:
              orders:
                tier: Standard
                {namespace}
                hubs:
                  orders:
                    partitionCount: 4
                    {hub}
            workloads:
              api:
                role: producer
                hub: orders/orders
                image: registry.example.com/api:1
                perReplicaEventsPerSecond: 100
                {workload}
            """;

    private static final String WHOLE =
            "load: { baselineEventsPerSecond: 10, peakEventsPerSecond: 20, averageEventBytes: 900 }";

    @Test
    void loadHasTheDocumentedDefaults() {
        var spec = spec(WHOLE, "", "", "");

        assertThat(spec.load())
                .contains(new LoadProfile(
                        Rate.perSecond(10),
                        Rate.perSecond(20),
                        Duration.ZERO,
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Bytes.of(900),
                        Bytes.of(1_048_576)));
    }

    @Test
    void levelsWithoutALoadStateNone() {
        var spec = spec(WHOLE, "", "load: {}", "");

        assertThat(ofNamespace(spec)).isEmpty();
        assertThat(ofHub(spec)).isEmpty();
        assertThat(ofWorkload(spec)).isEmpty();
    }

    @Test
    void everyLevelAddsToTheOneAroundIt() {
        var spec = spec(
                WHOLE,
                "load: { peakEventsPerSecond: 30 }",
                "load: { baselineEventsPerSecond: 15 }",
                "load: { averageEventBytes: 500 }");

        assertThat(ofNamespace(spec)).contains(load(10, 30, 900));
        assertThat(ofHub(spec)).contains(load(15, 30, 900));
        assertThat(ofWorkload(spec)).contains(load(15, 30, 500));
    }

    @Test
    void workloadInheritsThroughAHubThatStatesNothing() {
        var spec = spec(WHOLE, "load: { peakEventsPerSecond: 30 }", "", "load: { baselineEventsPerSecond: 5 }");

        assertThat(ofWorkload(spec)).contains(load(5, 30, 900));
    }

    @Test
    void innermostLevelMayStandAlone() {
        var spec = spec("", "", "", WHOLE);

        assertThat(spec.load()).isEmpty();
        assertThat(ofWorkload(spec)).contains(load(10, 20, 900));
    }

    private static StackSpec spec(String top, String namespace, String hub, String workload) {
        return Reading.spec(STACK.replace("{top}", top)
                .replace("{namespace}", namespace)
                .replace("{hub}", hub)
                .replace("{workload}", workload));
    }

    private static Optional<LoadProfile> ofNamespace(StackSpec spec) {
        return spec.namespaces().get(0).load();
    }

    private static Optional<LoadProfile> ofHub(StackSpec spec) {
        return spec.namespaces().get(0).hubs().get(0).load();
    }

    private static Optional<LoadProfile> ofWorkload(StackSpec spec) {
        return spec.workloads().get(0).load();
    }

    private static LoadProfile load(double baseline, double peak, long averageBytes) {
        return new LoadProfile(
                Rate.perSecond(baseline),
                Rate.perSecond(peak),
                Duration.ZERO,
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Bytes.of(averageBytes),
                Bytes.of(1_048_576));
    }
}
