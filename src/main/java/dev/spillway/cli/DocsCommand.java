package dev.spillway.cli;

import dev.spillway.docgen.ComponentPages;
import dev.spillway.docgen.RulePages;
import dev.spillway.docgen.RunbookPages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code spillway docs}: writes the generated pages; for contributors. */
@Command(
        name = "docs",
        description = "Write the generated pages of rules, components and runbook; for contributors.",
        mixinStandardHelpOptions = true)
final class DocsCommand implements Callable<Integer> {
    private final Main.Console console;
    private final Path home;

    DocsCommand(Main.Console console, Path home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(home.resolve("policies"))) {
            throw new Unusable(home.resolve("policies") + ": no such folder, run this in the project");
        }
        Map<String, String> pages = new TreeMap<>(RulePages.render(home));
        pages.putAll(RunbookPages.render());
        pages.putAll(ComponentPages.render(home));
        pages.forEach((page, text) -> WholeFile.write(home.resolve(page), text));
        console.out().println(pages.size() + " pages written");
        return Exit.CLEAN;
    }
}
