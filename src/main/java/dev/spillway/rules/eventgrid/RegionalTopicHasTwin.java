package dev.spillway.rules.eventgrid;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.TopicView;

/** Flags topics that may not fail over and have nothing to fail over to. */
public final class RegionalTopicHasTwin extends ListedRule<TopicView> {
    private static final String BOUNDARY = "dataResidencyBoundary";

    public RegionalTopicHasTwin() {
        super(
                RuleCard.named("EG-017", "regional-topic-has-twin")
                        .severity(Severity.CRITICAL)
                        .level(Level.ADVISORY)
                        .judges("topic or domain")
                        .summary("The topic stays down with its region")
                        .loses(
                                "The platform may not fail this topic over, and the stack has no second one: while the region is "
                                        + "down every publish fails")
                        .fix(
                                FixClass.NONE,
                                "Declare a twin in another region with the same subscriptions, or allow the paired region")
                        .build(),
                topology -> topology.grid().topics().stream()
                        .filter(topic -> topic.kind() != TopicView.Kind.SYSTEM)
                        .toList());
    }

    @Override
    public Verdict check(TopicView topic, Context context) {
        return Verdict.on(
                topic,
                topic.dataResidency(),
                boundary -> boundary.equals("WithinRegion")
                        ? Verdict.on(
                                context.topology().grid().twin(topic),
                                Verdict::pass,
                                () -> Verdict.violation(
                                        BOUNDARY, "WithinRegion, and no twin", "a twin in another region"))
                        : Verdict.pass());
    }
}
