package dev.spillway.rules.crossing;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.Role;
import dev.spillway.view.WorkloadView;
import java.util.ArrayList;
import java.util.List;

/** Flags producers of events that their namespace cannot take. */
public final class EventFitsTier extends ListedRule<WorkloadView> {
    public EventFitsTier() {
        super(
                RuleCard.named("CX-006", "event-fits-tier")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("producer")
                        .summary("The largest event is too large")
                        .loses(
                                "An event above the limit of the tier is refused every time: no retry helps, and it is lost")
                        .fix(
                                FixClass.NONE,
                                "Send less than the limit: split the event, or store its content and send where it is")
                        .build(),
                topology -> topology.workloads(Role.PRODUCER));
    }

    @Override
    public Verdict check(WorkloadView producer, Context context) {
        List<Gap> gaps = new ArrayList<>(Gap.in(producer, producer.role(), producer.largestEventBytes()));
        gaps.addAll(
                producer.namespace().isAbsent()
                        ? Gap.in(producer, Fact.unknown(producer.hubName().path(), "its namespace is not in the stack"))
                        : Gap.in(producer, producer.namespace()));
        return Verdict.whenKnown(gaps, () -> {
            NamespaceView namespace = producer.namespace().value();
            return Verdict.on(namespace, namespace.tier(), tier -> judge(producer, tier));
        });
    }

    private static Verdict judge(WorkloadView producer, Tier tier) {
        double largest = producer.largestEventBytes().value();
        long most = TierLimits.of(tier).largestEvent().count();
        return largest <= most
                ? Verdict.pass()
                : Verdict.violation(
                        producer.largestEventBytes().path(),
                        "events of up to " + Figures.number(largest) + " bytes",
                        "at most " + Figures.number((double) most) + " bytes in " + tier.azureName());
    }
}
