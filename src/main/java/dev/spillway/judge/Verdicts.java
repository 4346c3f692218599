package dev.spillway.judge;

import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import dev.spillway.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Collects verdicts and turns them into a judgement. */
final class Verdicts {
    private static final Comparator<Finding> BY_LOSS = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::urn)
            .thenComparing(Finding::path)
            .thenComparing(Finding::seen);
    private static final Comparator<Undecided> UNKNOWN_BY_LOSS = Comparator.comparing(Undecided::severity)
            .thenComparing(Undecided::rule)
            .thenComparing(Undecided::urn);

    private static final Comparator<NotApplicable> BY_RULE =
            Comparator.comparing(NotApplicable::rule).thenComparing(NotApplicable::urn);

    private static final Comparator<Passed> PASSED =
            Comparator.comparing(Passed::rule).thenComparing(Passed::urn);

    private final Choices choices;
    private final OwnWords words;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Undecided> unknown = new ArrayList<>();
    private final List<NotApplicable> notApplicable = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Passed> passes = new ArrayList<>();

    Verdicts(Choices choices, OwnWords words) {
        this.choices = choices;
        this.words = words;
    }

    void add(RuleCard card, Settings settings, String urn, Verdict judged) {
        Verdict verdict = words.of(urn, judged);
        if (verdict instanceof Verdict.Pass pass) {
            passes.add(new Passed(card.id(), card.name(), urn));
            pass.note().ifPresent(text -> notes.add(new Note(card.id(), card.name(), urn, text)));
        } else if (verdict instanceof Verdict.Violation violation) {
            findings.add(finding(card, settings, urn, violation));
        } else if (verdict instanceof Verdict.NotApplicable reason) {
            notApplicable.add(new NotApplicable(card.id(), card.name(), urn, reason.why()));
        } else if (verdict instanceof Verdict.Unknown missing) {
            unknown.add(new Undecided(card.id(), card.name(), card.severity(), urn, missing.gaps()));
        }
    }

    /** A rule that met no resource of its kind says so, because silence would look like a pass. */
    void nothingToJudge(RuleCard card) {
        notApplicable.add(new NotApplicable(card.id(), card.name(), "", "no " + card.judges() + " in the stack"));
    }

    void failed(RuleCard card, String urn, RuntimeException failure) {
        findings.add(new Finding(
                card.id(),
                card.name(),
                card.severity(),
                Level.MANDATORY,
                "error",
                urn,
                "",
                "the rule failed: " + failure,
                "a verdict",
                "This resource was not judged, so a loss here would not be seen",
                "Report this as a bug of the rule, with the graph that it failed on",
                List.of(),
                card.url(),
                ""));
    }

    Judgement judgement(int rules, int resources) {
        findings.sort(BY_LOSS);
        unknown.sort(UNKNOWN_BY_LOSS);
        notApplicable.sort(BY_RULE);
        passes.sort(PASSED);
        notes.sort(Comparator.comparing(Note::rule).thenComparing(Note::urn));
        return new Judgement(findings, unknown, notApplicable, notes, List.of(), rules, resources, passes);
    }

    static Judgement merged(Judgement one, Judgement other) {
        return new Judgement(
                sorted(one.findings(), other.findings(), BY_LOSS),
                sorted(one.unknown(), other.unknown(), UNKNOWN_BY_LOSS),
                sorted(one.notApplicable(), other.notApplicable(), BY_RULE),
                sorted(
                        one.notes(),
                        other.notes(),
                        Comparator.comparing(Note::rule).thenComparing(Note::urn)),
                Stream.concat(one.exceptions().stream(), other.exceptions().stream())
                        .toList(),
                one.rules() + other.rules(),
                one.resources(),
                sorted(one.passes(), other.passes(), PASSED));
    }

    private static <T> List<T> sorted(List<T> one, List<T> other, Comparator<T> order) {
        return Stream.concat(one.stream(), other.stream()).sorted(order).toList();
    }

    private Finding finding(RuleCard card, Settings settings, String urn, Verdict.Violation violation) {
        return new Finding(
                card.id(),
                card.name(),
                card.severity(),
                choices.level(card),
                "violation",
                urn,
                violation.path(),
                violation.seen(),
                violation.wanted(),
                violation.note().map(note -> card.loses() + ". " + note).orElse(card.loses()),
                card.fix(settings),
                violation.changes(),
                card.url(),
                "");
    }
}
