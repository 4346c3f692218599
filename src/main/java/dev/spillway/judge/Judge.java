package dev.spillway.judge;

import dev.spillway.rule.Context;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Level;
import dev.spillway.rule.Rule;
import dev.spillway.view.EventTopology;
import java.util.List;

/** Asks every rule about every resource of its kind. */
public final class Judge {
    private Judge() {}

    /** Judges a stack with the standard settings of every rule. */
    public static Judgement judge(
            List<? extends Rule<?>> rules, EventTopology topology, Deployed deployed, Profile profile) {
        return judge(rules, topology, deployed, Choices.of(profile));
    }

    /**
     * Judges a stack. A disabled rule is not asked. A rule that throws makes a finding of its own, which no choice softens: what
     * was not judged has not passed.
     */
    public static Judgement judge(
            List<? extends Rule<?>> rules, EventTopology topology, Deployed deployed, Choices choices) {
        var verdicts = new Verdicts(choices);
        List<? extends Rule<?>> asked = rules.stream()
                .filter(rule -> choices.level(rule.card()) != Level.DISABLED)
                .toList();
        asked.forEach(rule ->
                new RuleRun<>(rule, new Context(topology, deployed, choices.settings(rule.card())), verdicts).run());
        return verdicts.judgement(asked.size(), topology.graph().resources().size());
    }
}
