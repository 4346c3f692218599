package dev.spillway.judge;

import dev.spillway.rule.Context;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Level;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.view.EventTopology;
import java.time.LocalDate;
import java.util.List;

/** Asks every rule about every resource of its kind. */
public final class Judge {
    /** Rules take turns over so many resources each, so that what one has read is still at hand for the next. */
    private static final int STRETCH = 64;

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
        var verdicts = new Verdicts(choices, new OwnWords(topology.graph()));
        List<? extends Rule<?>> asked = rules.stream()
                .filter(rule -> choices.level(rule.card()) != Level.DISABLED)
                .toList();
        List<RuleRun<?>> runs = asked.stream()
                .<RuleRun<?>>map(rule ->
                        new RuleRun<>(rule, new Context(topology, deployed, choices.settings(rule.card())), verdicts))
                .toList();
        int most = runs.stream().mapToInt(RuleRun::size).max().orElse(0);
        for (int from = 0; from < most; from += STRETCH) {
            int to = from + STRETCH;
            int begin = from;
            runs.forEach(run -> run.check(begin, to));
        }
        return verdicts.judgement(asked.size(), topology.graph().resources().size());
    }

    /** A stack to be judged, and what is known of it as it runs. */
    public record Stack(EventTopology topology, Deployed deployed) {}

    /**
     * Judges several stacks as one change, exceptions applied: one that none of them needs is a finding on the first.
     *
     * @param today the day on which exceptions end or do not
     * @return a judgement for each stack, in their order
     */
    public static List<Judgement> judge(
            List<? extends Rule<?>> rules, List<Stack> stacks, PolicySettings policy, LocalDate today) {
        List<? extends Rule<?>> ordinary =
                rules.stream().filter(rule -> !isOfExceptions(rule)).toList();
        List<? extends Rule<?>> hygiene =
                rules.stream().filter(Judge::isOfExceptions).toList();
        List<Exceptions.Case> cases = stacks.parallelStream()
                .map(stack -> new Exceptions.Case(
                        stack.topology().graph(),
                        judge(ordinary, stack.topology(), stack.deployed(), policy.choices())))
                .toList();
        List<RuleCard> cards = rules.stream().<RuleCard>map(Rule::card).toList();
        return new Exceptions(cards, policy.waivers(), today)
                .settle(cases).stream()
                        .map(settled -> settled.judgement()
                                .and(judge(
                                        hygiene,
                                        EventTopology.of(settled.exceptions()),
                                        Deployed.NOTHING_KNOWN,
                                        policy.choices())))
                        .toList();
    }

    private static boolean isOfExceptions(Rule<?> rule) {
        return rule.card().id().equals(Exceptions.RULE);
    }
}
