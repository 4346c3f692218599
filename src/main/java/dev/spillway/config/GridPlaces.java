package dev.spillway.config;

import dev.spillway.facts.GridFailover;
import dev.spillway.facts.GridKind;
import java.util.Optional;

/** The stack and the regions around an Event Grid resource, and what they say about how it fails over. */
record GridPlaces(Answer<String> stack, Answer<String> location, Answer<String> secondary) {
    private static final int LONGEST_NAME = 50;

    /** Reports a way of failing over that the kind or the region does not know, and a pair that lacks its second region. */
    void check(Fields fields, GridKind kind, Key<GridFailover> failover) {
        Answer<GridFailover> asked = fields.get(failover);
        Optional<String> region = location.held();
        if (region.isPresent()) {
            asked.held().flatMap(way -> kind.refusal(way, region.get())).ifPresent(why -> fields.report(failover, why));
            boolean saysNothing = asked.isAbsent() && (kind == GridKind.TOPIC || kind == GridKind.DOMAIN);
            if (saysNothing
                    && kind.refusal(GridFailover.CROSS_GEO, region.get()).isPresent()) {
                fields.report(
                        failover,
                        "missing, and " + region.get()
                                + " has no paired region that Event Grid could fail over to, give clientSide or regional");
            }
        }
        boolean isPair = asked.holds(GridFailover.CLIENT_SIDE::equals)
                && kind.refusal(GridFailover.CLIENT_SIDE, "").isEmpty();
        if (isPair && secondary.isAbsent()) {
            fields.report(failover, "clientSide needs a second region, give secondaryLocation at the top of the file");
        }
    }

    /** Names in Azure are built from those of the stack, the resource and, in a pair, the region. */
    void checkName(Fields fields, Key<String> azureName, String name, boolean isPair) {
        if (stack.held().isEmpty() || fields.get(azureName).isWrong()) {
            return;
        }
        String base = fields.get(azureName).held().orElse(stack.value() + "-" + name);
        String longest = isPair
                ? base + "-"
                        + longer(location.held().orElse(""), secondary.held().orElse(""))
                : base;
        if (longest.length() > LONGEST_NAME) {
            int room = LONGEST_NAME - (longest.length() - base.length());
            fields.report(
                    azureName,
                    (fields.get(azureName).isAbsent() ? "missing, and the derived " : "") + longest + " has "
                            + longest.length() + " characters, give a name of 3 to " + room);
        }
    }

    private static String longer(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }
}
