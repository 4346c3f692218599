package dev.spillway.rules.cluster;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.PoolView;

/** Flags pools whose upgrades do not wait for their pods. */
public final class DrainCoversGrace extends ListedRule<PoolView> {
    private static final String TIMEOUT = "upgradeSettings.drainTimeoutInMinutes";
    private static final int DEFAULT_MINUTES = 30;
    private static final int SECONDS_PER_MINUTE = 60;

    public DrainCoversGrace() {
        super(
                RuleCard.named("AK-009", "drain-covers-grace")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("pool of nodes")
                        .summary("An upgrade does not wait for the pods")
                        .loses(
                                "The upgrade gives up on a node, or is forced through, while pods still send what they hold")
                        .fix(FixClass.IN_PLACE, "Let the drain take as long as the longest grace period on the pool")
                        .build(),
                topology -> topology.clusters().pools());
    }

    @Override
    public Verdict check(PoolView pool, Context context) {
        LongestGrace longest = LongestGrace.on(pool, context.topology().clusters());
        Fact<Integer> minutes = pool.resource().whole(pool.path(TIMEOUT));
        return Verdict.on(pool, minutes.orDefault(DEFAULT_MINUTES), given -> {
            if (longest.seconds() > given * SECONDS_PER_MINUTE) {
                return violation(pool, given, longest, minutes.isKnown());
            }
            if (!longest.gaps().isEmpty()) {
                return Verdict.unknown(longest.gaps());
            }
            return longest.workload().isEmpty()
                    ? Verdict.notApplicable("no workload of the stack runs there for certain")
                    : Verdict.pass();
        });
    }

    /** Where nothing is written the input may not exist in the version of the API, so that the cure is not a value. */
    private static Verdict violation(PoolView pool, int given, LongestGrace longest, boolean isWritten) {
        int wanted = (int) Math.ceil(longest.seconds() / SECONDS_PER_MINUTE);
        Verdict.Violation violation = Verdict.violation(
                pool.path(TIMEOUT),
                Figures.count(given, "minute"),
                Figures.count(wanted, "minute") + ", for the grace of " + longest.workload());
        return isWritten ? violation.withChanges(Change.set(pool, pool.path(TIMEOUT), wanted)) : violation;
    }
}
