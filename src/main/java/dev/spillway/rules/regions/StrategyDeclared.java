package dev.spillway.rules.regions;

import dev.spillway.rule.AtStake;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.RegionTopology;
import dev.spillway.view.Search;
import java.time.Duration;
import java.util.List;

/** Flags critical namespaces that live and die with one region. */
public final class StrategyDeclared extends ListedRule<NamespaceView> {
    public StrategyDeclared() {
        super(
                RuleCard.named("DR-001", "strategy-declared")
                        .severity(Severity.CRITICAL)
                        .level(Level.ADVISORY)
                        .judges("Event Hubs namespace")
                        .summary("Critical namespace has no second region")
                        .loses(
                                "When the region fails there is no place to send to: events pile up in the producers until their "
                                        + "memory or patience is used up")
                        .fix(
                                FixClass.NONE,
                                "Pair or replicate the namespace, or give its producers a second one in another region")
                        .build(),
                EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        RegionTopology regions = context.topology().regions();
        return Verdict.on(
                namespace,
                regions.isCritical(namespace.resource()),
                critical -> critical
                        ? judge(namespace, regions, context)
                        : Verdict.notApplicable("nothing marks it as critical"));
    }

    private static Verdict judge(NamespaceView namespace, RegionTopology regions, Context context) {
        Search strategy = Search.among(List.of(namespace), NamespaceView::isReplicated)
                .or(regions.paired(namespace))
                .or(regions.twin(namespace));
        return Verdict.on(
                strategy,
                Verdict::pass,
                () -> AtStake.beside(
                        Verdict.violation(
                                "location",
                                "one region, with nothing behind it",
                                "an alias, a replica or a twin in another region"),
                        Duration.ofHours(1),
                        Fact.known("location", namespace),
                        context));
    }
}
