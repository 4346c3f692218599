package dev.spillway.judge;

/**
 * An exception from a rule as its owner wrote it, right or wrong: this resource may break that rule, for this reason, until then.
 *
 * @param rule id or name of the rule
 * @param resource which resources, as {@link ResourcePattern} reads it
 * @param expires the last day on which it holds, such as {@code 2027-01-31}
 * @param place where it is written, for messages
 */
public record Waiver(
        String rule, String resource, String reason, String owner, String ticket, String expires, String place) {}
