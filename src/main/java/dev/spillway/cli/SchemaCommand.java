package dev.spillway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code spillway schema}: the form of what is read and written, as JSON Schema. */
@Command(name = "schema", description = "JSON Schema of a file that is read.", mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    private static final String POLICY = "policy";

    private final Main.Console console;

    @Parameters(paramLabel = "WHAT", description = "policy: what --config reads", defaultValue = POLICY)
    private String what = POLICY;

    SchemaCommand(Main.Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!what.equals(POLICY)) {
            throw new Unusable("WHAT: met " + what + ", give policy");
        }
        console.out().print(PolicySchema.text());
        return Exit.CLEAN;
    }
}
