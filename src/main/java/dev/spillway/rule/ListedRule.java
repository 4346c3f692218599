package dev.spillway.rule;

import dev.spillway.view.EventTopology;
import dev.spillway.view.Subject;
import java.util.List;
import java.util.function.Function;

/**
 * A rule that has its card at hand and judges everything on one list of the topology, so that it needs to say no more than its
 * verdict.
 *
 * @param <S> what it judges
 */
public abstract class ListedRule<S extends Subject> implements Rule<S> {
    private final RuleCard card;
    private final Function<EventTopology, List<S>> subjects;

    protected ListedRule(RuleCard card, Function<EventTopology, List<S>> subjects) {
        this.card = card;
        this.subjects = subjects;
    }

    @Override
    public final RuleCard card() {
        return card;
    }

    @Override
    public final List<S> subjects(EventTopology topology) {
        return subjects.apply(topology);
    }
}
