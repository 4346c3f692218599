package dev.spillway.intake;

import dev.spillway.view.ResourceGraph;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A resource's URN taken apart: {@code urn:pulumi:STACK::PROJECT::TYPES::NAME}.
 *
 * @param types the types of all parents below the stack and the resource's own, joined with {@code $}
 */
public record Urn(String stack, String project, String types, String name) {
    /** The type of the resource that stands for the stack itself. */
    public static final String STACK_TYPE = "pulumi:pulumi:Stack";

    private static final String PREFIX = "urn:pulumi:";
    private static final Pattern SEPARATOR = Pattern.compile("::");
    private static final int PARTS = 4;

    /** The URN of a child; the stack leaves no trace in its children's URNs. */
    public Urn child(String type, String childName) {
        String chain = types.equals(STACK_TYPE) ? type : types + "$" + type;
        return new Urn(stack, project, chain, childName);
    }

    /** The resource's own type. */
    public String type() {
        return types.substring(types.lastIndexOf('$') + 1);
    }

    /** The parts of a URN; empty where the text is none. */
    public static Optional<Urn> parse(String text) {
        String[] parts = SEPARATOR.split(text, PARTS);
        if (!text.startsWith(PREFIX) || parts.length < PARTS || parts[2].isEmpty() || parts[PARTS - 1].isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Urn(parts[0].substring(PREFIX.length()), parts[1], parts[2], parts[PARTS - 1]));
    }

    /** The URN of any resource of a stack, for the stack's and the project's name; empty where no resource has one. */
    public static Optional<Urn> anyOf(ResourceGraph graph) {
        return graph.resources().stream()
                .map(resource -> parse(resource.urn()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether it is a provider that the engine added because the program named none. */
    public boolean isDefaultProvider() {
        return type().startsWith("pulumi:providers:") && (name.equals("default") || name.startsWith("default_"));
    }

    @Override
    public String toString() {
        return PREFIX + stack + "::" + project + "::" + types + "::" + name;
    }
}
