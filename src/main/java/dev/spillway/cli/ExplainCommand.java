package dev.spillway.cli;

import dev.spillway.judge.PolicyReader;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code spillway explain}: a rule's page. */
@Command(
        name = "explain",
        description = "What a rule wants, how events are lost without it, and what to do.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "2:there is no such rule"})
final class ExplainCommand implements Callable<Integer> {
    private final Main.Console console;
    private final Path home;

    @Parameters(paramLabel = "RULE", description = "id, name, or both")
    private String rule = "";

    ExplainCommand(Main.Console console, Path home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        RuleCard card = Policies.cards().stream()
                .filter(known ->
                        PolicyReader.isCalled(known, rule) || known.id().equalsIgnoreCase(rule))
                .findFirst()
                .orElseThrow(() -> new Unusable(rule + ": there is no such rule, did you mean " + nearest() + "?"));
        line(card.id() + " " + card.name());
        line("");
        line(card.summary() + ".");
        line("");
        line("severity   " + card.severity().key());
        line("level      " + card.level().key() + (card.exceptable() ? "" : ", takes no exceptions"));
        line("pillar     " + card.pillar().key());
        line("fix class  " + card.fixClass().key());
        line("");
        line("Loses: " + card.loses() + ".");
        line("Fix:   " + card.fix(Settings.STANDARD) + ".");
        if (!card.parameters().isEmpty()) {
            line("");
            line("Parameters");
            card.parameters().forEach(this::parameter);
        }
        reason(card);
        line("");
        line("Page and examples: " + card.folder());
        return Exit.CLEAN;
    }

    private void parameter(Parameter<?> parameter) {
        line("  " + parameter.key() + " (" + parameter.standard() + "): " + parameter.meaning());
    }

    /** The written reason, where the project with its pages is at hand. */
    private void reason(RuleCard card) {
        Path why = home.resolve(card.folder()).resolve("why.md");
        if (!Files.isRegularFile(why)) {
            return;
        }
        try {
            Files.readAllLines(why).stream()
                    .skip(1)
                    .map(text -> text.startsWith("## ") ? text.substring("## ".length()) : text)
                    .forEach(this::line);
        } catch (IOException unreadable) {
            throw new Unusable(why + ": cannot be read, mend the project's folder");
        }
    }

    private String nearest() {
        var similarity = new JaroWinklerSimilarity();
        return Policies.cards().stream()
                .max(Comparator.comparingDouble(
                        card -> Math.max(similarity.apply(rule, card.id()), similarity.apply(rule, card.name()))))
                .map(card -> card.id() + " " + card.name())
                .orElse("one of those that spillway rules lists");
    }

    private void line(String text) {
        console.out().println(text);
    }
}
