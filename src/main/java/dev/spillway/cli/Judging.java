package dev.spillway.cli;

import dev.spillway.assess.FailOn;
import dev.spillway.judge.FactOverride;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judge.Stack;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.PolicySettings;
import dev.spillway.rules.Catalogue;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How stacks are judged in one run.
 *
 * @param maxLossRatio replaces the stack's own budget
 * @param today on which exceptions end or do not
 */
record Judging(
        PolicySettings policy,
        FailOn failOn,
        OptionalDouble maxLossRatio,
        Optional<BaselineFile> baseline,
        LocalDate today) {
    /** The graphs with what the user knows beside them. */
    List<ResourceGraph> informed(List<ResourceGraph> graphs) {
        List<String> problems = new ArrayList<>();
        List<List<String>> unmet = new ArrayList<>();
        List<ResourceGraph> informed = new ArrayList<>();
        for (ResourceGraph graph : graphs) {
            List<String> ofThis = new ArrayList<>();
            informed.add(FactOverride.apply(policy.facts(), graph, ofThis));
            unmet.add(ofThis);
        }
        // Of several stacks one is enough to meet what a pattern means.
        if (!unmet.isEmpty()) {
            unmet.get(0).stream()
                    .filter(problem -> unmet.stream().allMatch(other -> other.contains(problem)))
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new Unusable(String.join("\n", problems));
        }
        return List.copyOf(informed);
    }

    /** What the rules say, exceptions and baseline applied; the baseline is to be written when nothing can fail any more. */
    BaselineFile.Marked judge(List<Stack> stacks) {
        List<Judgement> judgements = Judge.judge(Catalogue.rules(), stacks, policy, today);
        List<String> urns = stacks.stream()
                .flatMap(stack -> stack.topology().graph().resources().stream())
                .map(ResourceView::urn)
                .toList();
        return baseline.map(file -> file.mark(judgements, urns))
                .orElseGet(() -> new BaselineFile.Marked(judgements, Optional.empty(), () -> {}));
    }
}
