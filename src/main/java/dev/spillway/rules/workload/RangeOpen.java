package dev.spillway.rules.workload;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ScalerView;
import java.util.Optional;

/** Flags autoscalers with nowhere to go. */
public final class RangeOpen extends ListedRule<ScalerView> {
    static final Parameter<Double> RATIO = Parameter.number("minRatio", 2, "most replicas as a multiple of the fewest");

    public RangeOpen() {
        super(
                RuleCard.named("KW-003", "range-open")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("autoscaler")
                        .summary("The autoscaler has nowhere to go")
                        .loses(
                                "The fewest replicas are nearly the most: in a burst nothing is added, and what the fleet cannot send "
                                        + "is dropped")
                        .fix(
                                FixClass.NONE,
                                "Let the most be {minRatio} times the fewest, as far as partitions and units allow")
                        .parameters(RATIO)
                        .build(),
                EventTopology::scalers);
    }

    @Override
    public Verdict check(ScalerView scaler, Context context) {
        return Verdict.on(
                scaler,
                scaler.minimum(),
                fewest -> Verdict.on(scaler, scaler.maximum(), most -> judge(scaler, fewest, most, context)));
    }

    private static Verdict judge(ScalerView scaler, int fewest, int most, Context context) {
        int wanted = Math.max(1, (int) Math.ceil(fewest * context.get(RATIO)));
        return most >= wanted ? Verdict.pass() : narrow(scaler, fewest, most, wanted, context);
    }

    /** A maximum that what stands behind the workload caps is not asked to rise: that would be refused there, or idle. */
    private static Verdict narrow(ScalerView scaler, int fewest, int most, int wanted, Context context) {
        Optional<Room> room = context.topology()
                .target(scaler)
                .whenKnown()
                .flatMap(workload -> Room.below(wanted, workload, context.topology()));
        if (room.filter(cap -> cap.replicas() <= most).isPresent()) {
            return Verdict.notApplicable(room.get().why());
        }
        int reachable = room.map(Room::replicas).orElse(wanted);
        String path = scaler.kind().maximumPath();
        Verdict.Violation violation = Verdict.violation(
                        path,
                        Figures.count(most, "replica") + ", from " + fewest,
                        "at least " + Figures.count(reachable, "replica"))
                .withChanges(Change.set(scaler, path, reachable));
        return room.map(cap -> violation.withNote(cap.why())).orElse(violation);
    }
}
