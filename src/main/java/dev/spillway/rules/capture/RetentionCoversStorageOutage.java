package dev.spillway.rules.capture;

import dev.spillway.rule.AtStake;
import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
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
import java.time.Duration;

/** Flags captured hubs that forget before a storage outage is over. */
public final class RetentionCoversStorageOutage extends ListedRule<HubView> {
    static final Parameter<Integer> OUTAGE =
            Parameter.whole("storageOutageHours", 24, "longest outage of the account that is accepted, in hours");

    public RetentionCoversStorageOutage() {
        super(
                RuleCard.named("CP-009", "retention-covers-storage-outage")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("event hub")
                        .summary("Hub forgets before Capture can catch up")
                        .loses(
                                "Capture catches up after an outage of its account with what the hub still has; older events are in "
                                        + "neither place")
                        .fix(FixClass.IN_PLACE, "Keep events for {storageOutageHours} hours or more")
                        .parameters(OUTAGE)
                        .reach(Reach.UPSTREAM)
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
                                hub, hub.isCompacted(), compacted -> compacted ? keepsKeys() : retention(hub, context))
                        : Verdict.notApplicable("the hub is not captured"));
    }

    private static Verdict keepsKeys() {
        return Verdict.notApplicable("a compacted hub keeps the newest event of each key, not a span of time");
    }

    private static Verdict retention(HubView hub, Context context) {
        Duration outage = Duration.ofHours(context.get(OUTAGE));
        return Verdict.on(hub, hub.retention(), kept -> {
            if (kept.compareTo(outage) >= 0) {
                return Verdict.pass();
            }
            Verdict.Violation violation = Verdict.violation(
                            hub.retention().path(),
                            Figures.count(kept.toHours(), "hour"),
                            "at least " + Figures.count(outage.toHours(), "hour"))
                    .withChanges(Change.set(hub, hub.retention().path(), hub.retentionValue(outage)));
            return AtStake.beside(violation, outage.minus(kept), hub.namespace(), context);
        });
    }
}
