package dev.spillway.cli;

import dev.spillway.docgen.RulePages;
import dev.spillway.rule.RuleCard;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code spillway rules}: the catalogue. */
@Command(name = "rules", description = "All rules, one a line.", mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
    private final Main.Console console;

    @Option(
            names = "--json",
            paramLabel = "F",
            arity = "0..1",
            fallbackValue = "-",
            description = "write it as JSON instead (- or nothing = standard output)")
    private @Nullable String json;

    RulesCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<RuleCard> cards = Policies.cards().stream()
                .sorted(Comparator.comparing(RuleCard::id))
                .toList();
        if (json != null) {
            ReportOptions.write(json, RulePages.catalogue(cards), console);
            return Exit.CLEAN;
        }
        int longest =
                cards.stream().mapToInt(card -> card.name().length()).max().orElse(0);
        for (RuleCard card : cards) {
            console.out()
                    .println(String.join(
                                    "  ",
                                    card.id(),
                                    pad(card.name(), longest),
                                    pad(card.severity().key(), "critical".length()),
                                    card.level().key())
                            .stripTrailing());
        }
        console.out().println(cards.size() + " rules; spillway explain RULE says more of one");
        return Exit.CLEAN;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
