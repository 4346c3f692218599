package dev.spillway.judge;

import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import java.util.List;

/**
 * What the rules say about a stack; the same for the same stack, in whatever order its resources came.
 *
 * @param findings by what they lose: severity, then rule, resource and path
 * @param unknown by severity, then rule and resource
 * @param notApplicable by rule and resource
 * @param notes by rule and resource
 * @param exceptions all that were given, as they were written and then those of resources; empty before they are settled
 * @param resources how many resources the stack has
 * @param passes where a rule was content, by rule and resource
 */
public record Judgement(
        List<Finding> findings,
        List<Undecided> unknown,
        List<NotApplicable> notApplicable,
        List<Note> notes,
        List<Standing> exceptions,
        int rules,
        int resources,
        List<Passed> passes) {
    public Judgement {
        findings = List.copyOf(findings);
        unknown = List.copyOf(unknown);
        notApplicable = List.copyOf(notApplicable);
        notes = List.copyOf(notes);
        exceptions = List.copyOf(exceptions);
        passes = List.copyOf(passes);
    }

    /** The same with other findings, and with what came of exceptions. */
    Judgement with(List<Finding> others, List<Standing> standings) {
        return new Judgement(others, unknown, notApplicable, notes, standings, rules, resources, passes);
    }

    /** How many times a rule was content with a resource. */
    public int passed() {
        return passes.size();
    }

    /** What one rule says. */
    public Judgement of(RuleCard card) {
        return new Judgement(
                findings.stream().filter(one -> one.rule().equals(card.id())).toList(),
                unknown.stream().filter(one -> one.rule().equals(card.id())).toList(),
                notApplicable.stream()
                        .filter(one -> one.rule().equals(card.id()))
                        .toList(),
                notes.stream().filter(one -> one.rule().equals(card.id())).toList(),
                exceptions,
                1,
                resources,
                passes.stream().filter(one -> one.rule().equals(card.id())).toList());
    }

    /** Both together, findings of either in their common order; the resources are those of this one. */
    Judgement and(Judgement more) {
        return Verdicts.merged(this, more);
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
