package dev.spillway.pack;

import dev.spillway.judge.PolicyReader;
import dev.spillway.report.Tool;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Reach;
import dev.spillway.rule.RuleCard;

/** What the engine calls our rules. */
final class Policy {
    static final String PACK = Tool.NAME;
    static final String VERSION = Tool.VERSION;

    /** The forecast, which is no rule: it says how much is lost, and not what is wrong. */
    static final String FORECAST = PolicyReader.FORECAST;

    /** Profile, exceptions and facts, which belong to no single rule. */
    static final String GENERAL = PolicyReader.GENERAL;

    private Policy() {}

    /** The permanent id and what is wanted, as the rule's folder is called. */
    static String name(RuleCard card) {
        return PolicyReader.fullName(card);
    }

    /** Rules that need the whole stack are never remediated: while resources arrive one by one, they would change a guess. */
    static boolean canRemediate(RuleCard card) {
        return card.fixClass() == FixClass.IN_PLACE && card.reach() != Reach.STACK;
    }
}
