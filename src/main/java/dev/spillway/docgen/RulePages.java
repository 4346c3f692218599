package dev.spillway.docgen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import dev.spillway.rules.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of the rule catalogue: one for each rule, the index, and the catalogue as JSON. */
public final class RulePages {
    private static final String WRITTEN =
            "<!-- Written by `make docs` from the rule, its why.md and its examples. -->\n\n";

    private final Path home;
    private final SortedMap<String, String> pages = new TreeMap<>();

    private final RuleCures cures;

    private RulePages(Path home) {
        this.home = home;
        this.cures = new RuleCures(home);
    }

    /** Every generated page by its path in the project. */
    public static SortedMap<String, String> render(Path home) {
        RulePages pages = new RulePages(home);
        List<RuleCard> cards = Catalogue.rules().stream()
                .map(rule -> rule.card())
                .sorted(Comparator.comparing(RuleCard::id))
                .toList();
        cards.forEach(card -> pages.pages.put(card.url(), pages.page(card)));
        pages.pages.put("policies/README.md", index(cards));
        pages.pages.put("policies/catalogue.json", catalogue(cards));
        return pages.pages;
    }

    private String page(RuleCard card) {
        StringBuilder page = new StringBuilder(WRITTEN);
        page.append("# ").append(card.id()).append(' ').append(card.name()).append("\n\n");
        page.append(card.summary()).append(".\n\n");
        page.append("| Severity | Default | Pillar | Fix |\n| --- | --- | --- | --- |\n");
        page.append("| ")
                .append(String.join(
                        " | ", card.severity().key(), card.level().key(), lower(card.pillar()), fix(card.fixClass())))
                .append(" |\n\n");
        page.append(card.loses()).append(".\n\n");
        page.append("**Fix:** ").append(card.fix(Settings.STANDARD)).append(".\n\n");
        parameters(page, card);
        page.append(withoutTitle(read(home.resolve(card.folder()).resolve("why.md"))));
        page.append(cures.of(card));
        page.append("\n## Examples\n\nEach is executed by the build; its name is the verdict.\n");
        examples(card)
                .forEach(example -> page.append("\n`")
                        .append(example.getFileName())
                        .append("`\n\n```json\n")
                        .append(read(example).strip())
                        .append("\n```\n"));
        return page.toString();
    }

    private static void parameters(StringBuilder page, RuleCard card) {
        if (card.parameters().isEmpty()) {
            return;
        }
        page.append("| Parameter | Default | Meaning |\n| --- | --- | --- |\n");
        for (Parameter<?> parameter : card.parameters()) {
            page.append("| `")
                    .append(parameter.key())
                    .append("` | ")
                    .append(parameter.standard())
                    .append(" | ")
                    .append(parameter.meaning())
                    .append(" |\n");
        }
        page.append('\n');
    }

    private static String index(List<RuleCard> cards) {
        StringBuilder page = new StringBuilder("<!-- Written by `make docs`. -->\n\n# The rules\n\n");
        page.append("Each rule begins with a sentence that says how events are lost.\n\n");
        page.append("| Rule | Severity | Default | What is wrong |\n| --- | --- | --- | --- |\n");
        for (RuleCard card : cards) {
            page.append("| [")
                    .append(card.id())
                    .append(' ')
                    .append(card.name())
                    .append("](")
                    .append(card.url().substring("policies/".length()))
                    .append(") | ")
                    .append(String.join(
                            " | ", card.severity().key(), card.level().key(), card.summary()))
                    .append(" |\n");
        }
        return page.toString();
    }

    /** The catalogue for machines. */
    public static String catalogue(List<RuleCard> cards) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (RuleCard card : cards) {
            ObjectNode entry = json.addObject()
                    .put("id", card.id())
                    .put("name", card.name())
                    .put("severity", card.severity().key())
                    .put("level", card.level().key())
                    .put("pillar", lower(card.pillar()))
                    .put("summary", card.summary())
                    .put("loses", card.loses())
                    .put("fix", card.fix(Settings.STANDARD))
                    .put("url", card.url());
            ObjectNode parameters = entry.putObject("parameters");
            card.parameters()
                    .forEach(parameter -> parameters.put(parameter.key(), String.valueOf(parameter.standard())));
        }
        return json.toPrettyString() + "\n";
    }

    private List<Path> examples(RuleCard card) {
        try (Stream<Path> files = Files.list(home.resolve(card.folder()))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String withoutTitle(String markdown) {
        return markdown.lines().skip(1).dropWhile(String::isBlank).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String fix(FixClass fix) {
        return switch (fix) {
            case IN_PLACE -> "safe in place";
            case AT_CREATION -> "at creation only";
            case NONE -> "advice";
        };
    }
}
