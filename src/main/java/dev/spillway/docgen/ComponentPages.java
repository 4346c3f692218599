package dev.spillway.docgen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.config.StackKey;
import dev.spillway.provider.PackageSchemaText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One page for each component, always in the same order. What a program can know is generated: arguments with default, range
 * and error from the schema and the readers of {@code stack.yaml}, the diagram and the settings from the page's own example.
 * The rest is written by hand, in {@code docs/components/*.part.md}.
 */
public final class ComponentPages {
    private static final String FOLDER = "docs/components/";
    private static final String WRITTEN = "<!-- Written by `make docs` from the schema, the readers of stack.yaml, and "
            + FOLDER + "*.part.md. -->\n\n";
    private static final String PREFIX = "spillway:index:";

    /** A component that Java programs alone can name, and the type that holds its arguments. */
    private static final Map<String, String> OF_JAVA = Map.of("EventHubsGeoDisasterRecoveryPair", "DisasterRecovery");

    private final Path home;
    private final JsonNode schema;

    private ComponentPages(Path home) {
        this.home = home;
        this.schema = PackageSchemaText.read();
    }

    /** Every page by its path in the project. */
    public static SortedMap<String, String> render(Path home) {
        ComponentPages pages = new ComponentPages(home);
        SortedMap<String, String> rendered = new TreeMap<>();
        pages.schema.path("resources").properties().forEach(resource -> {
            String name = plain(resource.getKey());
            rendered.put(FOLDER + name + ".md", pages.page(name, resource.getValue()));
        });
        OF_JAVA.forEach((name, type) -> rendered.put(
                FOLDER + name + ".md",
                pages.page(name, pages.schema.path("types").path(PREFIX + type))));
        rendered.put(FOLDER + "README.md", index(rendered.keySet()));
        return rendered;
    }

    private String page(String name, JsonNode described) {
        PageParts parts = PageParts.of(home.resolve(FOLDER + name + ".part.md"));
        Optional<DeclaredExample> example = parts.example().map(DeclaredExample::of);
        StringBuilder page = new StringBuilder(WRITTEN);
        page.append("# ").append(name).append("\n\n");
        page.append(parts.lead().orElse(described.path("description").asText())).append('\n');
        section(page, "What it declares", parts.of("What it declares"));
        section(page, "Diagram", example.map(DeclaredExample::diagram));
        section(page, "Example", parts.of("Example"));
        section(page, "Arguments", Optional.of(arguments(name, described)));
        section(page, "Outputs", parts.of("Outputs").or(() -> outputs(described)));
        section(page, "Default settings", example.map(DeclaredExample::settings));
        for (String last : List.of("Limits", "Alarms", "Cost", "Upgrades")) {
            section(page, last, parts.of(last));
        }
        return page.toString();
    }

    private static void section(StringBuilder page, String title, Optional<String> text) {
        text.ifPresent(body -> page.append("\n## ")
                .append(title)
                .append("\n\n")
                .append(body.strip())
                .append('\n'));
    }

    /** The component's own arguments, then those of each type that they lead to. */
    private String arguments(String name, JsonNode described) {
        JsonNode own =
                described.has("inputProperties") ? described.path("inputProperties") : described.path("properties");
        String keys = OF_JAVA.getOrDefault(name, name);
        StringBuilder text =
                new StringBuilder("Units are in the names. A value that is not taken is refused before anything is"
                        + " declared, together with everything else that is wrong.\n\n");
        text.append(table(own, keys, required(described)));
        for (String type : typesUnder(own)) {
            JsonNode nested = schema.path("types").path(PREFIX + type);
            if (nested.has("properties")) {
                text.append("\n### ").append(type).append("\n\n");
                text.append(nested.path("description").asText()).append("\n\n");
                text.append(table(nested.path("properties"), type, required(nested)));
            }
        }
        return text.toString();
    }

    private String table(JsonNode properties, String section, Set<String> required) {
        Map<String, StackKey> keys = StackKey.of(section).stream()
                .collect(Collectors.toMap(StackKey::name, Function.identity(), (one, other) -> one));
        StringBuilder table = new StringBuilder(
                "| Argument | Type | Default | Takes | What it is |\n| --- | --- | --- | --- | --- |\n");
        properties.properties().forEach(property -> {
            JsonNode node = property.getValue();
            Optional<StackKey> key = Optional.ofNullable(keys.get(property.getKey()));
            String wanted = required.contains(property.getKey()) ? "required" : defaultOf(node);
            table.append("| `")
                    .append(property.getKey())
                    .append("` | ")
                    .append(typeOf(node))
                    .append(" | ")
                    .append(wanted)
                    .append(" | ")
                    .append(key.map(known -> escaped(known.right())).orElse(""))
                    .append(" | ")
                    .append(escaped(withoutDefault(node.path("description").asText())))
                    .append(" |\n");
        });
        List<String> errors = properties.properties().stream()
                .flatMap(property -> Optional.ofNullable(keys.get(property.getKey())).stream())
                .filter(key -> !key.right().contains("indented below"))
                .map(key -> "- `" + key.name() + ": " + key.message() + "`")
                .toList();
        if (!errors.isEmpty()) {
            table.append("\nWhat is said to another value:\n\n")
                    .append(String.join("\n", errors))
                    .append('\n');
        }
        return table.toString();
    }

    private static Optional<String> outputs(JsonNode described) {
        if (!described.has("inputProperties")) {
            return Optional.empty();
        }
        StringBuilder table = new StringBuilder("| Output | Type | What it is |\n| --- | --- | --- |\n");
        described
                .path("properties")
                .properties()
                .forEach(output -> table.append("| `")
                        .append(output.getKey())
                        .append("` | ")
                        .append(typeOf(output.getValue()))
                        .append(" | ")
                        .append(escaped(output.getValue().path("description").asText()))
                        .append(" |\n"));
        return Optional.of(table.toString());
    }

    /** Types in the order in which a reader meets them. */
    private List<String> typesUnder(JsonNode properties) {
        Set<String> met = new LinkedHashSet<>();
        List<JsonNode> open = new ArrayList<>(List.of(properties));
        while (!open.isEmpty()) {
            for (JsonNode ref : open.remove(0).findValues("$ref")) {
                String type = plain(ref.asText().substring(ref.asText().lastIndexOf('/') + 1));
                if (met.add(type)) {
                    open.add(schema.path("types").path(PREFIX + type).path("properties"));
                }
            }
        }
        return List.copyOf(met);
    }

    private static Set<String> required(JsonNode described) {
        Set<String> names = new LinkedHashSet<>();
        JsonNode list = described.has("requiredInputs") ? described.path("requiredInputs") : described.path("required");
        if (described.has("requiredInputs") || !described.has("inputProperties")) {
            list.forEach(name -> names.add(name.asText()));
        }
        return names;
    }

    private static String typeOf(JsonNode node) {
        if (node.has("oneOf")) {
            return StreamSupport.stream(node.path("oneOf").spliterator(), false)
                    .map(ComponentPages::typeOf)
                    .collect(Collectors.joining(" or "));
        }
        if (node.has("$ref")) {
            String type = node.path("$ref").asText();
            return plain(type.substring(type.lastIndexOf('/') + 1));
        }
        String type = node.path("type").asText();
        return switch (type) {
            case "array" -> "list of " + typeOf(node.path("items"));
            case "object" -> "map of " + typeOf(node.path("additionalProperties"));
            default -> type;
        };
    }

    private static String defaultOf(JsonNode node) {
        if (node.has("default")) {
            return "`" + node.path("default").asText() + "`";
        }
        String text = node.path("description").asText();
        int at = text.indexOf(" Default: ");
        return at < 0 ? "" : escaped(text.substring(at + " Default: ".length()).replaceFirst("\\.$", ""));
    }

    private static String withoutDefault(String description) {
        int at = description.indexOf(" Default: ");
        return at < 0 ? description : description.substring(0, at);
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    private static String plain(String token) {
        return token.startsWith(PREFIX) ? token.substring(PREFIX.length()) : token;
    }

    private static String index(Set<String> pages) {
        StringBuilder index = new StringBuilder("<!-- Written by `make docs`. -->\n\n# Component pages\n\n");
        index.append("From Java or any other language: [how to use them](../components.md). What others have:")
                .append(" [a comparison](../comparison.md).\n\n");
        pages.forEach(page -> {
            String name = page.substring(FOLDER.length(), page.length() - ".md".length());
            index.append("- [").append(name).append("](").append(name).append(".md)\n");
        });
        return index.toString();
    }
}
