package dev.spillway.rules.crossing;

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
import dev.spillway.view.Gap;
import dev.spillway.view.HubView;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.Search;
import dev.spillway.view.WorkloadView;
import java.util.List;

/** Flags hubs that hold the only copy of their events. */
public final class RecoveryCopyExists extends ListedRule<HubView> {
    public RecoveryCopyExists() {
        super(
                RuleCard.named("CX-020", "recovery-copy-exists")
                        .severity(Severity.CRITICAL)
                        .level(Level.ADVISORY)
                        .judges("event hub")
                        .summary("The hub holds the only copy")
                        .loses(
                                "Nothing but the hub holds its events, neither files nor a replica nor a spool of the producers: what is "
                                        + "lost or forgotten there cannot be replayed")
                        .fix(FixClass.NONE, "Capture the hub, replicate its namespace, or let producers keep a spool")
                        .build(),
                EventTopology::hubs);
    }

    @Override
    public Verdict check(HubView hub, Context context) {
        EventTopology topology = context.topology();
        Search copy = Search.among(List.of(hub), HubView::isCaptured)
                .or(Search.among(topology.maySendTo(hub), producer -> spools(producer, hub)));
        Fact<NamespaceView> namespace = hub.namespace();
        if (namespace.isUnknown()) {
            copy = copy.or(Search.unknown(Gap.in(hub, namespace)));
        }
        Search elsewhere = namespace
                .whenKnown()
                .map(known -> Search.among(List.of(known), NamespaceView::isReplicated)
                        .or(topology.regions().twin(known)))
                .orElse(Search.MISSING);
        return Verdict.on(copy.or(elsewhere), Verdict::pass, () -> violation(hub, context));
    }

    private static Fact<Boolean> spools(WorkloadView producer, HubView hub) {
        Fact<Boolean> sendsHere =
                producer.hub().map(other -> other.urn().equals(hub.urn())).orDefault(false);
        Fact<Boolean> spools = producer.spools();
        if (!sendsHere.whenKnown().orElse(true) || !spools.whenKnown().orElse(true)) {
            return Fact.known(spools.path(), false);
        }
        return producer.role().then(role -> sendsHere.then(yes -> spools));
    }

    private static Verdict violation(HubView hub, Context context) {
        Verdict.Violation violation = Verdict.violation(
                "captureDescription.enabled",
                "no capture, no replica, no twin and no spool",
                "one more copy of the events");
        return hub.retention().isKnown()
                ? AtStake.beside(violation, hub.retention().value(), hub.namespace(), context)
                : violation;
    }
}
