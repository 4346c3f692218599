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
import dev.spillway.view.Fact;
import dev.spillway.view.HubView;

/** Flags captured hubs whose backlog nobody watches. */
public final class CaptureBacklog extends ListedRule<HubView> {
    public CaptureBacklog() {
        super(
                RuleCard.named("AL-004", "capture-backlog")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("event hub")
                        .summary("Nobody is told that Capture falls behind")
                        .loses(
                                "A capture that cannot write is silent; when its backlog reaches the retention, events are deleted "
                                        + "that were never copied")
                        .fix(FixClass.NONE, "Declare an alert on CaptureBacklog for the namespace")
                        .build(),
                EventTopology::hubs);
    }

    @Override
    public Verdict check(HubView hub, Context context) {
        return Verdict.on(
                hub,
                hub.isCaptured(),
                captured -> captured
                        ? Verdict.on(
                                context.topology()
                                        .alerts()
                                        .watched(
                                                hub.target(),
                                                AlertSignal.CAPTURE_BACKLOG,
                                                condition -> Fact.known(condition.path(), true)),
                                Verdict::pass,
                                () -> Verdict.violation(
                                        "", "no alert on CaptureBacklog", "an alert on a growing backlog"))
                        : Verdict.notApplicable("the hub is not captured"));
    }
}
