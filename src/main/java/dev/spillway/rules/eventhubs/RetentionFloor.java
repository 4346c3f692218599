package dev.spillway.rules.eventhubs;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
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

/** Flags hubs that forget events before a stopped consumer can return. */
public final class RetentionFloor extends ListedRule<HubView> {
    static final Parameter<Integer> MINIMUM =
            Parameter.whole("minRetentionHours", 72, "shortest retention, in hours; less where the tier keeps less");

    private static final RuleCard CARD = RuleCard.named("EH-007", "retention-floor")
            .severity(Severity.HIGH)
            .level(Level.MANDATORY)
            .judges("event hub")
            .summary("Hub forgets events before a stopped consumer can return")
            .loses(
                    "Events older than the retention are deleted, read or not: a consumer or capture that is down for longer "
                            + "loses the tail")
            .fix(FixClass.IN_PLACE, "Keep events for {minRetentionHours} hours, or as long as the tier can")
            .parameters(MINIMUM)
            .reach(Reach.UPSTREAM)
            .build();

    public RetentionFloor() {
        super(CARD, EventTopology::hubs);
    }

    @Override
    public Verdict check(HubView hub, Context context) {
        Duration floor = Duration.ofHours(context.get(MINIMUM));
        return Verdict.on(
                hub,
                hub.isCompacted(),
                compacted -> compacted
                        ? Verdict.notApplicable(
                                "a compacted hub keeps the newest event of each key, not a span of time")
                        : Verdict.on(hub, hub.retention(), kept -> judge(hub, kept, floor)));
    }

    private static Verdict judge(HubView hub, Duration kept, Duration floor) {
        return kept.compareTo(floor) >= 0
                ? Verdict.pass()
                : Verdict.on(hub, hub.tier(), tier -> judge(hub, kept, floor, tier));
    }

    private static Verdict judge(HubView hub, Duration kept, Duration floor, Tier tier) {
        Duration longest = TierLimits.of(tier).longestRetention();
        Duration wanted = longest.compareTo(floor) < 0 ? longest : floor;
        if (kept.compareTo(wanted) >= 0) {
            return Verdict.pass(tier.azureName() + " keeps events for " + hours(longest) + " at most");
        }
        return Verdict.violation(hub.retention().path(), hours(kept), "at least " + hours(wanted))
                .withChanges(longer(hub, wanted));
    }

    private static Change longer(HubView hub, Duration wanted) {
        return Change.set(hub, hub.retention().path(), hub.retentionValue(wanted));
    }

    private static String hours(Duration time) {
        return Figures.count(time.toHours(), "hour");
    }
}
