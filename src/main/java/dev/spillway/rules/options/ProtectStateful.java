package dev.spillway.rules.options;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Pillar;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.DeployedResource;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.StatefulView;
import java.util.List;
import java.util.Optional;

/** Flags resources that hold events and that one wrong command would delete. */
public final class ProtectStateful extends ListedRule<StatefulView> {
    private static final String DEV = "dev";
    private static final String PROTECT = "options.protect";

    private static final RuleCard CARD = RuleCard.named("PU-001", "protect-stateful")
            .severity(Severity.HIGH)
            .level(Level.MANDATORY)
            .judges("resource that holds events")
            .summary("One wrong destroy deletes the events")
            .loses(
                    "Deleting or replacing a namespace or hub deletes every event in it, and nothing asks before it does")
            .fix(FixClass.NONE, "Set the resource option protect to true")
            .pillar(Pillar.OPERATIONS)
            .reach(Reach.UPSTREAM)
            .build();

    public ProtectStateful() {
        super(CARD, EventTopology::stateful);
    }

    @Override
    public Verdict check(StatefulView stateful, Context context) {
        if (stateful.resource().options().protect()) {
            return Verdict.pass();
        }
        Fact<String> profile = stateful.sizingProfile();
        return profile.isAbsent()
                ? unprotected(stateful, context)
                : Verdict.on(
                        stateful,
                        profile,
                        name -> name.equals(DEV) ? throwAway(stateful, context) : unprotected(stateful, context));
    }

    private static Verdict unprotected(StatefulView stateful, Context context) {
        if (isUntold(stateful)) {
            return unknown(stateful, "not told by the engine");
        }
        Verdict.Violation violation = Verdict.violation(PROTECT, "false", "true");
        return protectedUntilNow(stateful, context)
                .map(before -> Replacement.of(before, stateful.resource()).changes())
                .filter(changes -> !changes.isEmpty())
                .map(changes -> violation.withNote(replaced(changes)))
                .orElse(violation);
    }

    /** Nothing there has to be protected; but what was is not deleted by the very update that takes the protection away. */
    private static Verdict throwAway(StatefulView stateful, Context context) {
        if (!context.deployed().isKnown()) {
            return unknown(stateful, "the deployed state is not at hand, so it may be protected and replaced at once");
        }
        Optional<DeployedResource> before = protectedUntilNow(stateful, context);
        if (before.isEmpty()) {
            return Verdict.notApplicable("sizing profile dev: its resources are made to be thrown away");
        }
        if (isUntold(stateful)) {
            return unknown(stateful, "not told by the engine");
        }
        Replacement replacement = Replacement.of(before.get(), stateful.resource());
        if (!replacement.changes().isEmpty()) {
            return Verdict.violation(
                            PROTECT,
                            "false, where it is true until now",
                            "true, or an update of its own that takes it away")
                    .withNote(replaced(replacement.changes()));
        }
        return replacement.unknown().isEmpty()
                ? Verdict.notApplicable("sizing profile dev: this update takes protect away and replaces nothing")
                : Verdict.unknown(stateful, replacement.unknown().toArray(Fact<?>[]::new));
    }

    private static Optional<DeployedResource> protectedUntilNow(StatefulView stateful, Context context) {
        return context.deployed().find(stateful.urn()).filter(DeployedResource::protect);
    }

    private static boolean isUntold(StatefulView stateful) {
        return stateful.resource().options().equals(ResourceOptions.NOT_TOLD);
    }

    private static String replaced(List<String> changes) {
        return "This very update replaces it: " + String.join(", ", changes);
    }

    private static Verdict unknown(StatefulView stateful, String why) {
        return Verdict.unknown(List.of(new Gap(stateful.urn(), stateful.name(), PROTECT, why)));
    }
}
