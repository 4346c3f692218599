package dev.spillway.judge;

/**
 * A rule that has nothing to say.
 *
 * @param urn empty where the stack has no resource of the rule's kind
 */
public record NotApplicable(String rule, String name, String urn, String why) {}
