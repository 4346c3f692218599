package dev.spillway.docgen;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Change;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Snippets;
import dev.spillway.rules.Catalogue;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a rule would change in its violating example, as a path and in three languages. */
final class RuleCures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TITLES =
            Map.of("java", "Java", "typescript", "TypeScript", "yaml", "YAML");

    private final Path home;

    RuleCures(Path home) {
        this.home = home;
    }

    /** A section of the rule's page; empty where the cure is no value, or hangs on what is deployed. */
    String of(RuleCard card) {
        Path example = home.resolve(card.folder()).resolve("violating.json");
        try {
            String text = Files.readString(example);
            return JSON.readTree(text).isArray() ? of(card, GraphJson.read(text, example.toString())) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String of(RuleCard card, ResourceGraph graph) {
        List<Rule<?>> self = Catalogue.rules().stream()
                .filter(rule -> rule.card().equals(card))
                .toList();
        Judgement judgement = Judge.judge(self, EventTopology.of(graph), Deployed.NOTHING_KNOWN, Profile.BASELINE);
        Map<String, List<Change>> byUrn = judgement.findings().stream()
                .map(Finding::changes)
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.groupingBy(Change::urn, LinkedHashMap::new, Collectors.toUnmodifiableList()));
        if (byUrn.isEmpty()) {
            return "";
        }
        StringBuilder section = new StringBuilder("\n## What to change\n\nIn the violating example below:\n");
        byUrn.forEach((urn, changes) -> section.append(of(graph.find(urn).orElseThrow(), changes)));
        return section.toString();
    }

    private static String of(ResourceView resource, List<Change> changes) {
        StringBuilder text = new StringBuilder("\n");
        changes.forEach(change -> text.append("- `")
                .append(change.path())
                .append("`: ")
                .append(change.value().isNull() ? "taken away" : "`" + change.value() + "`")
                .append('\n'));
        Snippets.of(resource.type(), changes)
                .byLanguage()
                .forEach((language, snippet) -> text.append('\n')
                        .append(TITLES.get(language))
                        .append("\n\n```")
                        .append(language)
                        .append('\n')
                        .append(snippet)
                        .append("```\n"));
        return text.toString();
    }
}
