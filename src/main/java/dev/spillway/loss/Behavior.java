package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The {@code behavior} block of a HorizontalPodAutoscaler: what holds its wishes back, each way. */
public record Behavior(Rules scaleUp, Rules scaleDown) {
    private static final double POLICY_SECONDS = 15;
    private static final double CALM_SECONDS = 300;

    /** The documented default: up at once by 4 pods or 100 % each 15 s, down by 100 % each 15 s after 300 s of calm. */
    public static Behavior documented() {
        var up = List.of(
                new Policy(Policy.Kind.PODS, 4, POLICY_SECONDS), new Policy(Policy.Kind.PERCENT, 100, POLICY_SECONDS));
        var down = List.of(new Policy(Policy.Kind.PERCENT, 100, POLICY_SECONDS));
        return new Behavior(new Rules(0, Select.MAX, up), new Rules(CALM_SECONDS, Select.MAX, down));
    }

    /** What the controller does without any behavior block: up to twice the pods, or 4 in total, at every sync. */
    public static Behavior withoutBlock() {
        var up = List.of(new Policy(Policy.Kind.PERCENT, 100, 0), new Policy(Policy.Kind.TOTAL, 4, 0));
        var down = List.of(new Policy(Policy.Kind.PERCENT, 100, 0));
        return new Behavior(new Rules(0, Select.MAX, up), new Rules(CALM_SECONDS, Select.MAX, down));
    }

    /** One direction: how long a wish must last, and how far one may go in a period. */
    public record Rules(double stabilizationWindowSeconds, Select selectPolicy, List<Policy> policies) {
        public Rules {
            Require.zeroOrMore("stabilizationWindowSeconds", stabilizationWindowSeconds);
            policies = List.copyOf(policies);
            if (policies.isEmpty() && selectPolicy != Select.DISABLED) {
                throw new InvalidValue("policies", "an empty list", "at least one, or selectPolicy Disabled");
            }
        }

        double longestPeriodSeconds() {
            return policies.stream().mapToDouble(Policy::periodSeconds).max().orElse(0);
        }
    }

    /** Which policy counts: the one that allows the most, the one that allows the least, or no change at all. */
    public enum Select {
        MAX("Max"),
        MIN("Min"),
        DISABLED("Disabled");

        private final String key;

        Select(String key) {
            this.key = key;
        }

        /** The name that Kubernetes has for it. */
        public String key() {
            return key;
        }

        public static Optional<Select> byKey(String key) {
            return Arrays.stream(values())
                    .filter(value -> value.key.equals(key))
                    .findFirst();
        }
    }

    /** How far one may go within a period. */
    public record Policy(Kind kind, int value, double periodSeconds) {
        public Policy {
            Require.atLeast(1, "value", value);
            Require.zeroOrMore("periodSeconds", periodSeconds);
        }

        /** What the value counts: pods more or fewer, percent more or fewer, or pods in total. */
        public enum Kind {
            PODS("Pods"),
            PERCENT("Percent"),
            TOTAL("Total");

            private final String key;

            Kind(String key) {
                this.key = key;
            }

            /** The name that Kubernetes has for it; Total exists only inside the controller. */
            public String key() {
                return key;
            }

            public static Optional<Kind> byKey(String key) {
                return Arrays.stream(values())
                        .filter(value -> value.key.equals(key))
                        .findFirst();
            }
        }
    }
}
