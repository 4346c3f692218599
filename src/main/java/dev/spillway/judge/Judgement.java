package dev.spillway.judge;

import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.rule.Severity;
import java.util.List;

/**
 * What the rules say about a stack; the same for the same stack, in whatever order its resources came.
 *
 * @param findings by what they lose: severity, then rule, resource and path
 * @param unknown by severity, then rule and resource
 * @param notApplicable by rule and resource
 * @param notes by rule and resource
 * @param resources how many resources the stack has
 * @param passed how many times a rule was content with a resource
 */
public record Judgement(
        List<Finding> findings,
        List<Undecided> unknown,
        List<NotApplicable> notApplicable,
        List<Note> notes,
        int rules,
        int resources,
        int passed) {
    public Judgement {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
        notApplicable = List.copyOf(notApplicable);
        notes = List.copyOf(notes);
    }

    /** Findings of a severity, suppressed ones left out. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.suppressedBy().isEmpty() && finding.severity() == severity)
                .count();
    }

    /** Findings of a level, suppressed ones left out. */
    public long count(Level level) {
        return findings.stream()
                .filter(finding -> finding.suppressedBy().isEmpty() && finding.level() == level)
                .count();
    }

    /** Whether something stops the change. */
    public boolean stopsTheChange() {
        return count(Level.MANDATORY) > 0;
    }
}
