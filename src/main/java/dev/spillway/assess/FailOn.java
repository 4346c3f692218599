package dev.spillway.assess;

import dev.spillway.rule.Level;
import dev.spillway.rule.Severity;

/** Which findings stop a change. */
@FunctionalInterface
public interface FailOn {
    /** What the profile makes mandatory. */
    FailOn MANDATORY = (severity, level) -> level == Level.MANDATORY;

    FailOn NEVER = (severity, level) -> false;

    boolean stops(Severity severity, Level level);

    /** Everything of this severity or a worse one. */
    static FailOn atLeast(Severity floor) {
        return (severity, level) -> severity.compareTo(floor) <= 0;
    }
}
