package dev.spillway.docgen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written by hand about a component: a lead, and sections by their titles. */
final class PageParts {
    private static final Pattern STACK = Pattern.compile("```yaml\n(apiVersion:.*?)```", Pattern.DOTALL);
    private static final String LEAD = "";

    private final Map<String, String> sections = new LinkedHashMap<>();

    private PageParts() {}

    /** Nothing, where nobody has written anything. */
    static PageParts of(Path file) {
        PageParts parts = new PageParts();
        if (Files.exists(file)) {
            String title = LEAD;
            StringBuilder body = new StringBuilder();
            for (String line : read(file).lines().skip(1).toList()) {
                if (line.startsWith("## ")) {
                    parts.sections.put(title, body.toString().strip());
                    title = line.substring("## ".length());
                    body.setLength(0);
                } else {
                    body.append(line).append('\n');
                }
            }
            parts.sections.put(title, body.toString().strip());
        }
        return parts;
    }

    Optional<String> lead() {
        return of(LEAD);
    }

    Optional<String> of(String title) {
        return Optional.ofNullable(sections.get(title)).filter(text -> !text.isEmpty());
    }

    /** The whole stack that stands in the example. */
    Optional<String> example() {
        return of("Example").map(STACK::matcher).filter(Matcher::find).map(found -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
