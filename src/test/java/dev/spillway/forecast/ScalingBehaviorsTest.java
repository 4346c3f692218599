package dev.spillway.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.intake.GraphJson;
import dev.spillway.loss.Behavior;
import dev.spillway.loss.Behavior.Policy;
import dev.spillway.loss.Behavior.Rules;
import dev.spillway.loss.Behavior.Select;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingBehaviorsTest {
    @Test
    void withoutABlockTheControllersOwnRuleHolds() {
        assertThat(of("{}")).isEqualTo(Fact.known("spec.behavior", Behavior.withoutBlock()));
    }

    @Test
    void anyBlockSwitchesToTheDocumentedDefaults() {
        assertThat(of("{\"behavior\":{}}")).isEqualTo(Fact.known("spec.behavior", Behavior.documented()));
    }

    @Test
    void whatIsWrittenHoldsAndTheRestIsTheDefault() {
        Fact<Behavior> behavior = of("""
                {"behavior": {"scaleDown": {"stabilizationWindowSeconds": 60, "selectPolicy": "Min",
                 "policies": [{"type": "Pods", "value": 1, "periodSeconds": 90}]}}}""");

        assertThat(behavior.value().scaleUp()).isEqualTo(Behavior.documented().scaleUp());
        assertThat(behavior.value().scaleDown())
                .isEqualTo(new Rules(60, Select.MIN, List.of(new Policy(Policy.Kind.PODS, 1, 90))));
    }

    @Test
    void disabledDirectionIsRead() {
        assertThat(of("{\"behavior\":{\"scaleUp\":{\"selectPolicy\":\"Disabled\"}}}")
                        .value()
                        .scaleUp()
                        .selectPolicy())
                .isEqualTo(Select.DISABLED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"behavior\":\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"}",
                "{\"behavior\":{\"scaleUp\":{\"stabilizationWindowSeconds\":\"soon\"}}}",
                "{\"behavior\":{\"scaleUp\":{\"selectPolicy\":\"Most\"}}}",
                "{\"behavior\":{\"scaleUp\":{\"policies\":[{\"type\":\"Nodes\",\"value\":1,\"periodSeconds\":15}]}}}",
                "{\"behavior\":{\"scaleUp\":{\"policies\":[{\"type\":\"Pods\",\"value\":0,\"periodSeconds\":15}]}}}"
            })
    void whatCannotBeReadIsUnknown(String spec) {
        assertThat(of(spec).isUnknown()).isTrue();
    }

    private static Fact<Behavior> of(String spec) {
        String graph =
                "[{\"type\":\"kubernetes:autoscaling/v2:HorizontalPodAutoscaler\",\"name\":\"a\",\"inputs\":{\"spec\":"
                        + spec + "}}]";
        return ScalingBehaviors.of(
                EventTopology.of(GraphJson.read(graph, "test")).scalers().get(0));
    }
}
