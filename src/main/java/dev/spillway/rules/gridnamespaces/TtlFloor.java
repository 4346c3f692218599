package dev.spillway.rules.gridnamespaces;

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
import dev.spillway.view.Fact;
import dev.spillway.view.NamespaceTopicView;
import dev.spillway.view.QueueSubscriptionView;
import java.time.Duration;

/** Flags queues whose events grow old before their reader comes back. */
public final class TtlFloor extends ListedRule<QueueSubscriptionView> {
    static final Parameter<Integer> MINIMUM =
            Parameter.whole("minHours", 24, "shortest time that an event waits for its reader, in hours");

    public TtlFloor() {
        super(
                RuleCard.named("EN-004", "ttl-floor")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("event subscription of a namespace topic")
                        .summary("Events grow too old before they are read")
                        .loses(
                                "An event that waited for longer than its time to live is dropped or dead-lettered unread; one that "
                                        + "is promised more time than the topic keeps it is gone before")
                        .fix(
                                FixClass.IN_PLACE,
                                "Let events live for {minHours} hours or more, within the retention of the topic")
                        .parameters(MINIMUM)
                        .build(),
                topology -> topology.grid().queueSubscriptions());
    }

    @Override
    public Verdict check(QueueSubscriptionView subscription, Context context) {
        Duration floor = Duration.ofHours(context.get(MINIMUM));
        Fact<Duration> life = subscription.timeToLive();
        return Verdict.on(subscription, life, span -> {
            if (span.compareTo(floor) < 0) {
                return wrong(subscription, span, floor, Figures.count(floor.toHours(), "hour") + " or more");
            }
            Fact<Duration> kept =
                    subscription.topic().then(NamespaceTopicView::retentionDays).map(Duration::ofDays);
            return kept.isAbsent()
                    ? Verdict.pass("how long its topic keeps events is not in the stack")
                    : Verdict.on(subscription, kept, most -> within(subscription, span, most));
        });
    }

    private static Verdict within(QueueSubscriptionView subscription, Duration life, Duration kept) {
        return life.compareTo(kept) <= 0
                ? Verdict.pass()
                : wrong(
                        subscription,
                        life,
                        kept,
                        Figures.count(kept.toHours(), "hour") + " or less: the topic keeps no more");
    }

    private static Verdict wrong(QueueSubscriptionView subscription, Duration life, Duration right, String wanted) {
        String path = subscription.timeToLive().path();
        return Verdict.violation(path, Figures.number(life.toMinutes() / 60.0) + " hours", wanted)
                .withChanges(Change.set(subscription, path, "PT" + right.toHours() + "H"));
    }
}
