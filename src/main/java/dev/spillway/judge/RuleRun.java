package dev.spillway.judge;

import dev.spillway.rule.Context;
import dev.spillway.rule.Rule;
import dev.spillway.view.Subject;
import java.util.List;

/** One rule over one stack. */
final class RuleRun<S extends Subject> {
    private final Rule<S> rule;
    private final Context context;
    private final Verdicts verdicts;
    private final List<S> subjects;

    RuleRun(Rule<S> rule, Context context, Verdicts verdicts) {
        this.rule = rule;
        this.context = context;
        this.verdicts = verdicts;
        this.subjects = subjects();
    }

    /** How many it judges. */
    int size() {
        return subjects.size();
    }

    /** Judges a stretch of them, as far as there are so many. */
    void check(int from, int to) {
        subjects.subList(Math.min(from, subjects.size()), Math.min(to, subjects.size()))
                .forEach(this::check);
    }

    private List<S> subjects() {
        try {
            List<S> found = rule.subjects(context.topology());
            if (found.isEmpty()) {
                verdicts.nothingToJudge(rule.card());
            }
            return found;
        } catch (RuntimeException e) {
            verdicts.failed(rule.card(), "", e);
            return List.of();
        }
    }

    private void check(S subject) {
        try {
            verdicts.add(rule.card(), context.settings(), rule.standsOn(subject).urn(), rule.check(subject, context));
        } catch (RuntimeException e) {
            verdicts.failed(rule.card(), subject.urn(), e);
        }
    }
}
