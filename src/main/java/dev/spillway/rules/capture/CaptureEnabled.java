package dev.spillway.rules.capture;

import dev.spillway.facts.Tier;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.HubView;
import java.util.List;

/** Flags hubs whose retention is the only copy of the events. */
public final class CaptureEnabled extends ListedRule<HubView> {
    static final Parameter<List<String>> REQUIRED =
            Parameter.texts("requireFor", List.of("*"), "hubs that need a copy, by name; * is all of them");
    static final Parameter<List<String>> EXCEPT =
            Parameter.texts("except", List.of(), "hubs whose events may be forgotten, by name");

    private static final String SWITCH = "captureDescription.enabled";

    public CaptureEnabled() {
        super(
                RuleCard.named("CP-001", "capture-enabled")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("event hub")
                        .summary("Nothing keeps the events longer than the retention")
                        .loses(
                                "The retention is the only copy: what no consumer has read when it ends, or has read wrongly, cannot "
                                        + "be replayed")
                        .fix(FixClass.NONE, "Let Capture write the hub to a storage account")
                        .parameters(REQUIRED, EXCEPT)
                        .reach(Reach.UPSTREAM)
                        .build(),
                EventTopology::hubs);
    }

    @Override
    public Verdict check(HubView hub, Context context) {
        if (!isRequired(hub, context)) {
            return Verdict.notApplicable("its events may be forgotten");
        }
        return Verdict.on(hub, hub.isCaptured(), captured -> captured ? Verdict.pass() : notCaptured(hub));
    }

    private static boolean isRequired(HubView hub, Context context) {
        String name = hub.azureName().whenKnown().orElse("");
        List<String> required = context.get(REQUIRED);
        return (required.contains("*") || required.contains(name))
                && !context.get(EXCEPT).contains(name);
    }

    private static Verdict notCaptured(HubView hub) {
        return Verdict.on(
                hub,
                hub.tier(),
                tier -> tier == Tier.BASIC ? Verdict.notApplicable("Basic has no Capture") : violation(hub));
    }

    /** A switch alone helps only where a destination is written already. */
    private static Verdict violation(HubView hub) {
        Verdict.Violation violation = Verdict.violation(SWITCH, "off", "on, with a storage account to write to");
        return hub.resource().node("captureDescription.destination").isAbsent()
                ? violation
                : violation.withChanges(Change.set(hub, SWITCH, true));
    }
}
