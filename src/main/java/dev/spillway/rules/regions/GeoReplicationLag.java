package dev.spillway.rules.regions;

import dev.spillway.rule.AtStake;
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
import dev.spillway.view.Fact;
import dev.spillway.view.NamespaceView;
import java.time.Duration;

/** Flags replicas that may lag further behind than the loss that is accepted. */
public final class GeoReplicationLag extends ListedRule<NamespaceView> {
    static final Parameter<Integer> ACCEPTED =
            Parameter.whole("rpoSeconds", 300, "events of how many seconds may be lost with a region");
    static final Parameter<Boolean> SYNCHRONOUS = Parameter.flag(
            "acceptSync", false, "whether a failed secondary may stop every send, which is the price of no lag");

    private static final String LAG = "geoDataReplication.maxReplicationLagDurationInSeconds";

    public GeoReplicationLag() {
        super(
                RuleCard.named("DR-009", "geo-replication-lag")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("Event Hubs namespace")
                        .summary("The replica may lag too far behind")
                        .loses(
                                "What the replica does not have yet is lost when it is promoted by force; without any lag, a failed "
                                        + "secondary stops every send instead")
                        .fix(
                                FixClass.IN_PLACE,
                                "Set maxReplicationLagDurationInSeconds to {rpoSeconds}, or accept synchronous copies")
                        .parameters(ACCEPTED, SYNCHRONOUS)
                        .build(),
                EventTopology::namespaces);
    }

    @Override
    public Verdict check(NamespaceView namespace, Context context) {
        return namespace.resource().node("geoDataReplication").isAbsent()
                ? Verdict.notApplicable("it is not replicated")
                : Verdict.on(namespace, namespace.resource().whole(LAG), lag -> judge(namespace, lag, context));
    }

    private static Verdict judge(NamespaceView namespace, int lag, Context context) {
        int accepted = context.get(ACCEPTED);
        if (lag == 0) {
            return context.get(SYNCHRONOUS)
                    ? Verdict.pass()
                    : Verdict.violation(
                                    LAG,
                                    "0, so that a failed secondary stops every send",
                                    accepted + " s, or an acceptance")
                            .withChanges(Change.set(namespace, LAG, accepted));
        }
        return lag <= accepted
                ? Verdict.pass()
                : AtStake.beside(
                        Verdict.violation(LAG, Figures.seconds(lag), Figures.seconds(accepted) + " or less")
                                .withChanges(Change.set(namespace, LAG, accepted)),
                        Duration.ofSeconds(lag),
                        Fact.known(LAG, namespace),
                        context);
    }
}
