package dev.spillway.judge;

import dev.spillway.rule.Change;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Gap;
import dev.spillway.view.ResourceGraph;

/** Says a verdict in the words of the provider that a resource is declared with. */
final class OwnWords {
    private final ResourceGraph graph;

    OwnWords(ResourceGraph graph) {
        this.graph = graph;
    }

    /** The verdict on a resource; one in the words of the rules stays as it is. */
    Verdict of(String urn, Verdict verdict) {
        if (!graph.hasOtherWords()) {
            return verdict;
        }
        if (verdict instanceof Verdict.Violation violation) {
            return new Verdict.Violation(
                    path(urn, violation.path()),
                    violation.seen(),
                    violation.wanted(),
                    violation.changes().stream().map(this::of).toList(),
                    violation.note());
        }
        return verdict instanceof Verdict.Unknown missing
                ? Verdict.unknown(missing.gaps().stream().map(this::of).toList())
                : verdict;
    }

    private Change of(Change change) {
        return graph.wording(change.urn())
                .map(wording -> new Change(
                        change.urn(), wording.path(change.path()), wording.value(change.path(), change.value())))
                .orElse(change);
    }

    private Gap of(Gap gap) {
        return graph.wording(gap.urn())
                .map(wording -> new Gap(gap.urn(), gap.resource(), wording.path(gap.path()), gap.why()))
                .orElse(gap);
    }

    private String path(String urn, String path) {
        return graph.wording(urn).map(wording -> wording.path(path)).orElse(path);
    }
}
