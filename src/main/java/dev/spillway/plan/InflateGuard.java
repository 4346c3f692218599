package dev.spillway.plan;

import dev.spillway.model.NamespaceSpec;

/** Keeps a plan from taking back the units that auto-inflate has added: what is declared is what was planned or is there. */
final class InflateGuard {
    private static final String RESET = "resetInflatedCapacity";

    private final NamespaceSpec namespace;
    private final LiveCapacity live;

    InflateGuard(NamespaceSpec namespace, LiveCapacity live) {
        this.namespace = namespace;
        this.live = live;
    }

    Planned<Integer> units(Planned<Integer> planned) {
        if (!namespace.options().isOurs()) {
            return live instanceof LiveCapacity.Units there
                    ? deployed(there, "and the namespace is somebody else's")
                    : because(planned, "the namespace is somebody else's, and its units were not read");
        }
        if (!namespace.inflates()) {
            return planned;
        }
        if (namespace.resetInflatedCapacity()) {
            return because(planned, RESET + ": whatever is live");
        }
        if (live instanceof LiveCapacity.Units there) {
            return there.units() > planned.value()
                    ? deployed(there, "above the planned " + planned.value() + "; " + RESET + " takes it back")
                    : because(planned, there.seen() + ": " + there.units());
        }
        return live instanceof LiveCapacity.NotRead unread
                ? because(planned, "live capacity not read" + (unread.failed() ? ": " + unread.why() : ""))
                : because(planned, "not created yet");
    }

    /** Azure refuses a ceiling below the units, and what is there stays. */
    Planned<Integer> ceiling(Planned<Integer> planned) {
        return namespace.keepsInflatedCapacity()
                        && live instanceof LiveCapacity.Units there
                        && there.units() > planned.value()
                ? deployed(
                        there,
                        "above the ceiling of " + planned.value() + ", which Azure would refuse; " + RESET
                                + " takes it back")
                : planned;
    }

    private static Planned<Integer> deployed(LiveCapacity.Units there, String why) {
        return new Planned<>(there.units(), Source.DEPLOYED, there.seen() + ": " + there.units() + ", " + why);
    }

    private static Planned<Integer> because(Planned<Integer> planned, String more) {
        return new Planned<>(planned.value(), planned.source(), planned.reason() + "; " + more);
    }
}
