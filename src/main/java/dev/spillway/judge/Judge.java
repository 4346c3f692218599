package dev.spillway.judge;

import dev.spillway.rule.Context;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Rule;
import dev.spillway.view.EventTopology;
import java.util.List;

/** Asks every rule about every resource of its kind. */
public final class Judge {
    private Judge() {}

    /**
     * Judges a stack with the standard settings of every rule. A rule that throws makes a finding of its own, which no profile
     * softens: what was not judged has not passed.
     */
    public static Judgement judge(
            List<? extends Rule<?>> rules, EventTopology topology, Deployed deployed, Profile profile) {
        var verdicts = new Verdicts(profile);
        Context context = Context.of(topology).with(deployed);
        rules.forEach(rule -> new RuleRun<>(rule, context, verdicts).run());
        return verdicts.judgement(rules.size(), topology.graph().resources().size());
    }
}
