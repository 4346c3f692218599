package dev.spillway.rules.eventhubs;

import dev.spillway.rule.AtStake;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Fact;
import dev.spillway.view.HubView;
import java.time.Duration;
import java.util.List;

/** Flags hubs that are declared to refuse events. */
public final class HubStatusActive extends ListedRule<HubView> {
    private static final String STATUS = "status";
    private static final String ACTIVE = "Active";
    private static final List<String> REFUSING = List.of("Disabled", "SendDisabled", "ReceiveDisabled");

    public HubStatusActive() {
        super(
                RuleCard.named("EH-010", "hub-status-active")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("event hub")
                        .summary("Hub refuses events")
                        .loses(
                                "A hub that is disabled refuses every send, or every read until the retention has deleted what was "
                                        + "not read")
                        .fix(FixClass.IN_PLACE, "Set status to Active")
                        .reach(Reach.UPSTREAM)
                        .build(),
                EventTopology::hubs);
    }

    @Override
    public Verdict check(HubView hub, Context context) {
        return Verdict.on(hub, hub.status(), status -> {
            if (REFUSING.contains(status)) {
                return violation(hub, status, context);
            }
            return status.equals(ACTIVE)
                    ? Verdict.pass()
                    : Verdict.unknown(hub, Fact.unknown(STATUS, "met \"" + status + "\" where Active belongs"));
        });
    }

    private static Verdict violation(HubView hub, String status, Context context) {
        Verdict.Violation violation =
                Verdict.violation(STATUS, status, ACTIVE).withChanges(Change.set(hub, STATUS, ACTIVE));
        return AtStake.beside(violation, Duration.ofHours(1), hub.namespace(), context);
    }
}
