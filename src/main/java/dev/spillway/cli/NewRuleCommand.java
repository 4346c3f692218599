package dev.spillway.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code spillway new-rule}: the files of a rule, with gaps that the build refuses; for contributors. */
@Command(
        name = "new-rule",
        description = "Write class, test, folder and registry line of a new rule; for contributors.",
        mixinStandardHelpOptions = true)
final class NewRuleCommand implements Callable<Integer> {
    private final Main.Console console;
    private final Path home;

    @Parameters(paramLabel = "ID", description = "permanent, such as EH-021", index = "0")
    private String id = "";

    @Parameters(paramLabel = "NAME", description = "what is wanted, in kebab case", index = "1")
    private String name = "";

    NewRuleCommand(Main.Console console, Path home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        List<Path> files = NewRule.write(id, name, home);
        files.forEach(file -> console.out().println(file));
        console.out().println("Fill what begins with " + NewRule.GAP + " The build fails until all of it is gone.");
        return Exit.CLEAN;
    }
}
