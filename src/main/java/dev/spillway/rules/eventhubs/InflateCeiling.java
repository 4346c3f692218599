package dev.spillway.rules.eventhubs;

import dev.spillway.rule.Context;
import dev.spillway.rule.Parameter;
import dev.spillway.view.NamespaceView;

/** How far auto-inflate should be able to go. */
final class InflateCeiling {
    static final Parameter<Integer> FACTOR =
            Parameter.whole("factor", 2, "ceiling as a multiple of the bought throughput units");
    static final Parameter<Integer> FLOOR = Parameter.whole("floor", 4, "lowest ceiling, in throughput units");
    static final Parameter<Integer> CAP =
            Parameter.whole("cap", 40, "highest ceiling that is asked for, in throughput units");

    /** A fifth more than the declared peak, as CX-003 asks for. */
    private static final double HEADROOM = 1.2;

    private InflateCeiling() {}

    /** The lowest ceiling that is accepted for a namespace with so many bought units. */
    static int accepted(int capacity, Context context) {
        return Math.min(context.get(CAP), Math.max(capacity * context.get(FACTOR), context.get(FLOOR)));
    }

    /** The ceiling to set: accepted, and enough for what the declared producers can send at most. */
    static int advised(NamespaceView namespace, int capacity, Context context) {
        int needed = context.topology().demand(namespace).units(HEADROOM);
        return Math.min(context.get(CAP), Math.max(accepted(capacity, context), needed));
    }
}
