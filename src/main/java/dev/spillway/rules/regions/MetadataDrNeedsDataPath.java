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
import dev.spillway.view.Gap;
import dev.spillway.view.HubView;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.PairView;
import dev.spillway.view.RegionTopology;
import dev.spillway.view.Search;
import dev.spillway.view.StorageAccountView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Flags pairs that would fail over to empty hubs. */
public final class MetadataDrNeedsDataPath extends ListedRule<PairView> {
    public MetadataDrNeedsDataPath() {
        super(
                RuleCard.named("DR-006", "metadata-dr-needs-data-path")
                        .severity(Severity.CRITICAL)
                        .level(Level.ADVISORY)
                        .judges("pair of namespaces")
                        .summary("The pair copies names, not events")
                        .loses(
                                "The pair copies hubs and consumer groups, no events: what was not read when the region failed stays "
                                        + "there, for as long as the region is down or for ever")
                        .fix(
                                FixClass.NONE,
                                "Capture every hub to an account with a copy in another region, replicate the namespace, or let "
                                        + "producers send to both sides")
                        .build(),
                topology -> topology.regions().pairs());
    }

    @Override
    public Verdict check(PairView pair, Context context) {
        return Verdict.on(pair, pair.knownPrimary(), primary -> judge(pair, primary, context));
    }

    private static Verdict judge(PairView pair, NamespaceView primary, Context context) {
        EventTopology topology = context.topology();
        Search wholeNamespace =
                Search.among(List.of(primary), NamespaceView::isReplicated).or(sentTo(pair, topology));
        List<HubView> hubs = topology.hubs(primary);
        if (hubs.isEmpty()) {
            return Verdict.whenKnown(
                    topology.strayHubs(), () -> Verdict.notApplicable("its hubs are not in the stack"));
        }
        List<Gap> gaps = new ArrayList<>();
        for (HubView hub : hubs) {
            Search copied = wholeNamespace.or(copiedElsewhere(hub, topology));
            if (copied.isMissing()) {
                return uncopied(hub, primary, context);
            }
            gaps.addAll(copied.gaps());
        }
        return Verdict.whenKnown(gaps, Verdict::pass);
    }

    private static Search sentTo(PairView pair, EventTopology topology) {
        return pair.partner()
                .whenKnown()
                .filter(partner -> !topology.producers(partner).isEmpty())
                .map(partner -> Search.FOUND)
                .orElse(Search.MISSING);
    }

    private static Search copiedElsewhere(HubView hub, EventTopology topology) {
        Fact<StorageAccountView> account = hub.isCaptured()
                .then(on -> on ? topology.storage().captureAccount(hub) : Fact.absent("captureDescription"));
        if (!account.isKnown()) {
            return account.isUnknown() ? Search.unknown(Gap.in(hub, account)) : Search.MISSING;
        }
        StorageAccountView copy = account.value();
        return Search.among(List.of(copy), StorageAccountView::isGeoRedundant)
                .or(Search.among(
                        List.of(copy),
                        found -> hub.namespace()
                                .then(namespace -> RegionTopology.areApart(namespace.location(), found.location()))));
    }

    private static Verdict uncopied(HubView hub, NamespaceView primary, Context context) {
        return AtStake.beside(
                Verdict.violation(
                        "partnerNamespace",
                        "no copy of the events of " + hub.name() + " outside its region",
                        "a copy of every hub in another region"),
                Duration.ofHours(1),
                Fact.known("namespaceName", primary),
                context);
    }
}
