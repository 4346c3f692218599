package dev.spillway.view;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.topology;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which nodes take a pod in, as the scheduler reads tolerations. */
class PodViewTest {
    private static final String TAINT = "pool=events:NoSchedule";
    private static final Map<String, String> FITS = Map.of("key", "pool", "value", "events");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "pool, -, events, NoSchedule, true",
                "pool, Equal, events, NoSchedule, true",
                "pool, Equal, events, -, true",
                "pool, Equal, events, NoExecute, false",
                "pool, Equal, web, NoSchedule, false",
                "pool, Equal, -, NoSchedule, false",
                "other, Equal, events, NoSchedule, false",
                "pool, Exists, -, -, true",
                "pool, Exists, -, NoExecute, false",
                "other, Exists, -, -, false",
                "-, Exists, -, -, true",
                "-, Exists, -, NoExecute, false",
                "-, Equal, events, -, false",
            })
    void aTolerationIsReadAsTheSchedulerReadsIt(
            String key, String operator, String value, String effect, boolean tolerates) {
        Map<String, String> toleration = new TreeMap<>();
        add(toleration, "key", key);
        add(toleration, "operator", operator);
        add(toleration, "value", value);
        add(toleration, "effect", effect);

        assertThat(tolerates(TAINT, toleration)).isEqualTo(String.valueOf(tolerates));
    }

    @Test
    void aTaintMayHaveNoValueAndNoEffect() {
        assertThat(tolerates("pool:NoSchedule", Map.of("key", "pool"))).isEqualTo("true");
        assertThat(tolerates("pool=events", FITS)).isEqualTo("true");
        assertThat(tolerates("pool=events", Map.of("key", "pool", "effect", "NoExecute", "operator", "Exists")))
                .isEqualTo("true");
        assertThat(tolerates("pool:NoSchedule", FITS)).isEqualTo("false");
    }

    @Test
    void oneThatFitsDecidesWhereverItStands() {
        Map<String, String> hidden = Map.of("key", Inputs.UNKNOWN);

        assertThat(tolerates(TAINT, hidden)).isEqualTo("unknown");
        assertThat(tolerates(TAINT, Map.of("key", "other"), hidden)).isEqualTo("unknown");
        assertThat(tolerates(TAINT, FITS, hidden)).isEqualTo("true");
        assertThat(tolerates(TAINT, hidden, FITS)).isEqualTo("true");
        assertThat(tolerates(TAINT)).isEqualTo("false");
    }

    private static String tolerates(String taint, Object... tolerations) {
        WorkloadView workload = topology(deployment("api").with("spec.template.spec.tolerations", List.of(tolerations)))
                .workloads()
                .get(0);
        Fact<Boolean> tolerates = workload.pods().tolerates(taint);
        return tolerates.isUnknown() ? "unknown" : String.valueOf(tolerates.value());
    }

    private static void add(Map<String, String> to, String key, @Nullable String value) {
        if (value != null) {
            to.put(key, value);
        }
    }
}
