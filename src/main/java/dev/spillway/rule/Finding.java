package dev.spillway.rule;

import java.util.List;

/**
 * A violation as it is reported.
 *
 * @param verdict {@code violation}, or {@code error} where the rule itself failed
 * @param urn the resource that has to change
 * @param path the input that has to change; empty where the rule failed
 * @param changes what would cure it, as values to set
 * @param url the rule's page, relative to the repository
 * @param suppressedBy the exception that covers it; empty where none does
 */
public record Finding(
        String rule,
        String name,
        Severity severity,
        Level level,
        String verdict,
        String urn,
        String path,
        String seen,
        String wanted,
        String loses,
        String fix,
        List<Change> changes,
        String url,
        String suppressedBy) {
    public Finding {
        changes = List.copyOf(changes);
    }

    /** The same finding, covered. */
    public Finding suppressed(String by) {
        return new Finding(rule, name, severity, level, verdict, urn, path, seen, wanted, loses, fix, changes, url, by);
    }

    /** The same finding with a sentence more about what is lost. */
    public Finding withNote(String note) {
        return new Finding(
                rule,
                name,
                severity,
                level,
                verdict,
                urn,
                path,
                seen,
                wanted,
                loses + ". " + note,
                fix,
                changes,
                url,
                suppressedBy);
    }
}
