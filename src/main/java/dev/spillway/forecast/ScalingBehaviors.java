package dev.spillway.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.loss.Behavior;
import dev.spillway.loss.Behavior.Policy;
import dev.spillway.loss.Behavior.Rules;
import dev.spillway.loss.Behavior.Select;
import dev.spillway.units.InvalidValue;
import dev.spillway.view.Fact;
import dev.spillway.view.Inputs;
import dev.spillway.view.ScalerView;
import java.util.ArrayList;
import java.util.List;

/** How an autoscaler may move, from its {@code behavior} block; without one the controller follows a rule of its own. */
final class ScalingBehaviors {
    private static final String BLOCK = "spec.behavior";
    /** A ScaledObject hands this on to the HorizontalPodAutoscaler that KEDA makes of it. */
    private static final String KEDA_BLOCK = "spec.advanced.horizontalPodAutoscalerConfig.behavior";

    private ScalingBehaviors() {}

    static Fact<Behavior> of(ScalerView scaler) {
        Fact<JsonNode> block = scaler.resource().node(scaler.isKeda() ? KEDA_BLOCK : BLOCK);
        if (block.isAbsent()) {
            return Fact.known(block.path(), Behavior.withoutBlock());
        }
        return block.then(ScalingBehaviors::read);
    }

    private static Fact<Behavior> read(JsonNode block) {
        Behavior documented = Behavior.documented();
        try {
            return Fact.known(
                    BLOCK,
                    new Behavior(
                            rules(block.path("scaleUp"), documented.scaleUp()),
                            rules(block.path("scaleDown"), documented.scaleDown())));
        } catch (InvalidValue unreadable) {
            return Fact.unknown(BLOCK, String.valueOf(unreadable.getMessage()));
        }
    }

    /** One direction; what it leaves out has Kubernetes' default. */
    private static Rules rules(JsonNode given, Rules standard) {
        return new Rules(
                given.has("stabilizationWindowSeconds")
                        ? number(given.path("stabilizationWindowSeconds"), "stabilizationWindowSeconds")
                        : standard.stabilizationWindowSeconds(),
                given.has("selectPolicy") ? select(given.path("selectPolicy")) : standard.selectPolicy(),
                given.has("policies") ? policies(given.path("policies")) : standard.policies());
    }

    private static List<Policy> policies(JsonNode given) {
        List<Policy> policies = new ArrayList<>();
        for (JsonNode policy : given) {
            policies.add(new Policy(
                    Policy.Kind.byKey(policy.path("type").asText())
                            .orElseThrow(() -> unreadable("type", policy.path("type"), "Pods or Percent")),
                    (int) number(policy.path("value"), "value"),
                    number(policy.path("periodSeconds"), "periodSeconds")));
        }
        return policies;
    }

    private static Select select(JsonNode given) {
        return Select.byKey(given.asText())
                .orElseThrow(() -> unreadable("selectPolicy", given, "Max, Min or Disabled"));
    }

    private static double number(JsonNode given, String what) {
        if (!given.isNumber()) {
            throw unreadable(what, given, "a number");
        }
        return given.doubleValue();
    }

    private static InvalidValue unreadable(String what, JsonNode met, String right) {
        return new InvalidValue(
                what, Inputs.isUnknown(met) ? "a value known only after deployment" : met.toString(), right);
    }
}
