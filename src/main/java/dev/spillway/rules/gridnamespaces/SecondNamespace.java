package dev.spillway.rules.gridnamespaces;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.GridNamespaceView;

/** Flags critical Event Grid namespaces that live and die with one region. */
public final class SecondNamespace extends ListedRule<GridNamespaceView> {
    public SecondNamespace() {
        super(
                RuleCard.named("EN-007", "second-namespace")
                        .severity(Severity.CRITICAL)
                        .level(Level.ADVISORY)
                        .judges("Event Grid namespace")
                        .summary("Critical namespace has no second region")
                        .loses(
                                "The service copies nothing of a namespace to another region: while its region is down publishes "
                                        + "fail, and what was accepted waits or is lost")
                        .fix(
                                FixClass.NONE,
                                "Declare a second namespace in another region with topics of the same names")
                        .build(),
                topology -> topology.grid().namespaces());
    }

    @Override
    public Verdict check(GridNamespaceView namespace, Context context) {
        EventTopology topology = context.topology();
        return Verdict.on(
                namespace,
                topology.regions().isCritical(namespace.resource()),
                critical -> critical
                        ? Verdict.on(
                                topology.grid().twin(namespace),
                                Verdict::pass,
                                () -> Verdict.violation(
                                        "location", "one region, with nothing behind it", "a twin in another region"))
                        : Verdict.notApplicable("nothing marks it as critical"));
    }
}
