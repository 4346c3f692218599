package dev.spillway.rules.alerts;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.AlertSignal;
import dev.spillway.view.EventTopology;
import dev.spillway.view.HubView;

/** Flags hubs whose producers may die unnoticed. */
public final class IngressSilence extends ListedRule<HubView> {
    public IngressSilence() {
        super(
                RuleCard.named("AL-005", "ingress-silence")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("event hub")
                        .summary("Nobody is told that nothing comes in")
                        .loses(
                                "Producers that are dead or locked out make no errors in the service; their events pile up elsewhere "
                                        + "until they are dropped")
                        .fix(
                                FixClass.NONE,
                                "Declare an alert on IncomingMessages below 1 for each hub, by its EntityName")
                        .build(),
                EventTopology::hubs);
    }

    @Override
    public Verdict check(HubView hub, Context context) {
        boolean isAlone = context.topology().isAlone(hub);
        return Verdict.on(
                context.topology()
                        .alerts()
                        .watched(
                                hub.target(),
                                AlertSignal.INCOMING_MESSAGES,
                                condition -> Watch.silence(condition, hub, isAlone)),
                Verdict::pass,
                () -> Verdict.violation(
                        "", "no alert on IncomingMessages below 1", "an alert that names the hub in EntityName"));
    }
}
