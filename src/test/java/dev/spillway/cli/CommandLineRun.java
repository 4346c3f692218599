package dev.spillway.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** One run of the command line inside this JVM: what it printed and how it ended. */
public record CommandLineRun(int exit, String out, String err) {
    public static CommandLineRun of(String... args) {
        return at(Path.of(""), args);
    }

    static CommandLineRun at(Path home, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Main.Console console = new Main.Console(new PrintWriter(out), new PrintWriter(err), false, false, false);
        int exit = Main.run(console, home, args);
        console.flush();
        return new CommandLineRun(exit, out.toString(), err.toString());
    }
}
