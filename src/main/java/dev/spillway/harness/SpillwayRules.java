package dev.spillway.harness;

import dev.spillway.view.Inputs;
import java.util.Map;

/** The way in for tests of rules. */
public final class SpillwayRules {
    private SpillwayRules() {}

    /** An empty stack to test a rule on. */
    public static RuleHarness harness() {
        return new RuleHarness();
    }

    /** A value that is known only after deployment, as the engine sends it. */
    public static Object unknown() {
        return Inputs.UNKNOWN;
    }

    /** A secret value, as the engine sends it: rules see what is inside, reports never show it. */
    public static Object secret(Object value) {
        return Map.of(Inputs.SIGNATURE, Inputs.SECRET, "value", value);
    }
}
