package dev.spillway.cli;

import dev.spillway.report.Found;
import dev.spillway.report.PreviewReport.Fixes;
import dev.spillway.rule.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What would mend the findings of a stack, as edits of its file, each tried out alone and all of them together. */
final class TriedFixes {
    private final StackEdits edits;
    private final Trial trial;
    private final StackLines lines;
    private final Map<String, StackEdit> strongestByKey = new TreeMap<>();

    TriedFixes(StackEdits edits, Trial trial, StackLines lines) {
        this.edits = edits;
        this.trial = trial;
        this.lines = lines;
    }

    /**
     * The findings with their fixes.
     *
     * @param judged with the changes that the rules propose
     * @param reported the same findings in the same order, as they may be said
     */
    List<Found> of(List<Finding> judged, List<Found> reported) {
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < judged.size(); at++) {
            Finding finding = judged.get(at);
            List<StackEdit> own = edits(finding);
            own.forEach(edit -> strongestByKey.merge(String.join(".", edit.key()), edit, StackEdit::stronger));
            found.add(new Found(reported.get(at).finding(), texts(own), trial.lostAfter(own), where(finding, own)));
        }
        return found;
    }

    /** All edits of the findings so far; of two edits of one key the stronger. */
    Fixes together() {
        return new Fixes(texts(strongestByKey.values()), trial.lostAfter(strongestByKey.values()));
    }

    private List<StackEdit> edits(Finding finding) {
        return finding.changes().stream()
                .map(edits::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<Found.Where> where(Finding finding, List<StackEdit> own) {
        return own.stream()
                .findFirst()
                .map(StackEdit::key)
                .or(() -> edits.section(finding.urn()))
                .flatMap(lines::of);
    }

    private static List<String> texts(Collection<StackEdit> edits) {
        return edits.stream().map(StackEdit::text).toList();
    }
}
