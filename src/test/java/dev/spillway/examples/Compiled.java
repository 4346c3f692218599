package dev.spillway.examples;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** An example as a user would build it: compiled by itself, with the libraries of the tests. */
final class Compiled {
    private Compiled() {}

    /** The classes of {@code examples/<name>}, compiled into a folder. */
    static ClassLoader example(String name, Path into) throws IOException {
        Path sources = Path.of("examples", name, "src/main/java");
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-Xlint:all",
                "-Werror",
                "--release",
                "17",
                "-d",
                into.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(arguments::add);
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new AssertionError("examples/" + name + " does not compile");
        }
        return new URLClassLoader(new URL[] {into.toUri().toURL()}, Compiled.class.getClassLoader());
    }
}
