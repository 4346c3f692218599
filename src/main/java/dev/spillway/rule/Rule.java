package dev.spillway.rule;

import dev.spillway.view.EventTopology;
import dev.spillway.view.Subject;
import java.util.List;

/**
 * One way to lose events, and how to see it in a stack before it is deployed. A rule is pure: the same stack and settings give
 * the same verdicts.
 *
 * @param <S> what it judges
 */
public interface Rule<S extends Subject> {
    /** Who the rule is and what it says; the same at every call. */
    RuleCard card();

    /** The resources of the kind that the rule judges, sorted by URN; empty where the stack has none. */
    List<S> subjects(EventTopology topology);

    /** The verdict on one of them. */
    Verdict check(S subject, Context context);

    /** The resource that a finding stands on, which is the one that has to change. */
    default Subject standsOn(S subject) {
        return subject;
    }
}
