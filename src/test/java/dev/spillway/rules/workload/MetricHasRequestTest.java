package dev.spillway.rules.workload;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.scaledObject;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** KW-007. */
class MetricHasRequestTest {
    private final MetricHasRequest rule = new MetricHasRequest();
    private final ResourceFixture api = deployment("api").container("name", "main");
    private final ResourceFixture scaler = autoscaler("api", 2, 4);

    @Test
    void aContainerWithoutRequestIsReported() {
        assertThat(Verdicts.of(rule, api, scaler)).isEqualTo(missing("cpu"));
    }

    @Test
    void theRequestOfAnotherResourceDoesNotHelp() {
        scaler.with("spec.metrics", List.of(share("memory")));

        assertThat(Verdicts.of(rule, api.container("resources.requests.cpu", "500m"), scaler))
                .isEqualTo(missing("memory"));
    }

    @Test
    void aRequestOrALimitPasses() {
        assertThat(Verdicts.of(rule, deployment("api").container("resources.requests.cpu", "500m"), scaler))
                .isEqualTo(Verdict.pass());
        assertThat(Verdicts.of(rule, deployment("api").container("resources.limits.cpu", 1), scaler))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void amountsNeedNoRequest() {
        scaler.with(
                "spec.metrics",
                List.of(Map.of("resource", Map.of("name", "cpu", "target", Map.of("averageValue", "500m")))));

        assertThat(Verdicts.of(rule, api, scaler)).isEqualTo(Verdict.notApplicable("it measures no utilisation"));
    }

    @Test
    void aTriggerOnTheCpuMeasuresAShareToo() {
        ResourceFixture keda = scaledObject("api").with("spec.triggers", List.of(Map.of("type", "cpu")));

        assertThat(Verdicts.of(rule, api, keda)).isEqualTo(missing("cpu"));
    }

    @Test
    void anAmountThatCannotBeReadIsUnknown() {
        ResourceFixture odd = deployment("api").container("resources.requests.cpu", "half");

        assertThat(Verdicts.of(rule, odd, scaler))
                .isEqualTo(unknown(
                        odd,
                        "spec.template.spec.containers.0.resources.requests.cpu",
                        "met \"half\" where an amount such as 500m or 512Mi belongs"));
    }

    private static Verdict missing(String resource) {
        return Verdict.violation(
                "spec.metrics",
                "a share of the " + resource + " request, which main of api does not have",
                "a " + resource + " request on every container");
    }

    private static Map<String, Object> share(String resource) {
        return Map.of("resource", Map.of("name", resource, "target", Map.of("averageUtilization", 60)));
    }
}
