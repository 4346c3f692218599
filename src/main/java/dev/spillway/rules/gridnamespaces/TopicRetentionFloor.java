package dev.spillway.rules.gridnamespaces;

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
import dev.spillway.view.NamespaceTopicView;

/** Flags namespace topics that forget sooner than they could. */
public final class TopicRetentionFloor extends ListedRule<NamespaceTopicView> {
    static final Parameter<Integer> MINIMUM =
            Parameter.whole("minDays", 7, "shortest retention, in days; less where the API version takes less");

    private static final String DAYS = "eventRetentionInDays";

    public TopicRetentionFloor() {
        super(
                RuleCard.named("EN-002", "topic-retention-floor")
                        .severity(Severity.HIGH)
                        .level(Level.ADVISORY)
                        .judges("namespace topic")
                        .summary("Topic forgets before a stopped reader can return")
                        .loses(
                                "Events older than the retention are deleted, read or not: a reader that is down for longer loses the "
                                        + "tail")
                        .fix(FixClass.IN_PLACE, "Keep events for {minDays} days, or as long as the API version can")
                        .parameters(MINIMUM)
                        .reach(Reach.ALONE)
                        .build(),
                topology -> topology.grid().namespaceTopics());
    }

    @Override
    public Verdict check(NamespaceTopicView topic, Context context) {
        int most = topic.longestRetentionDays();
        int wanted = Math.min(most, context.get(MINIMUM));
        return Verdict.on(topic, topic.retentionDays(), seen -> {
            if (seen >= wanted) {
                return wanted < context.get(MINIMUM)
                        ? Verdict.pass("this API version keeps events for " + Figures.count(most, "day") + " at most")
                        : Verdict.pass();
            }
            return Verdict.violation(DAYS, Figures.count(seen, "day"), "at least " + Figures.count(wanted, "day"))
                    .withChanges(Change.set(topic, DAYS, wanted));
        });
    }
}
