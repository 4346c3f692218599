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

    RuleRun(Rule<S> rule, Context context, Verdicts verdicts) {
        this.rule = rule;
        this.context = context;
        this.verdicts = verdicts;
    }

    void run() {
        List<S> subjects;
        try {
            subjects = rule.subjects(context.topology());
        } catch (RuntimeException e) {
            verdicts.failed(rule.card(), "", e);
            return;
        }
        if (subjects.isEmpty()) {
            verdicts.nothingToJudge(rule.card());
        }
        subjects.forEach(this::check);
    }

    private void check(S subject) {
        try {
            verdicts.add(rule.card(), context.settings(), rule.standsOn(subject).urn(), rule.check(subject, context));
        } catch (RuntimeException e) {
            verdicts.failed(rule.card(), subject.urn(), e);
        }
    }
}
