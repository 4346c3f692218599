package dev.spillway.judge;

import dev.spillway.view.ResourceView;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which resources a user means: by URN, by name in the program or in the cluster, or a hub as {@code namespace/hub}. A star stands
 * for any text; without one the whole name has to fit, so that one exception never silences what happens to begin alike.
 */
public final class ResourcePattern {
    private final String text;
    private final Pattern pattern;

    private ResourcePattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    public static ResourcePattern of(String text) {
        String expression = Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return new ResourcePattern(text, Pattern.compile(expression, Pattern.DOTALL));
    }

    public boolean matches(ResourceView resource) {
        return names(resource).anyMatch(name -> pattern.matcher(name).matches());
    }

    private static Stream<String> names(ResourceView resource) {
        Stream<String> given = Stream.of("metadata.name", "eventHubName")
                .map(path -> resource.text(path).whenKnown())
                .flatMap(Optional::stream);
        return Stream.of(
                        List.of(resource.urn(), resource.name()).stream(),
                        given,
                        reference(resource).stream(),
                        Stream.of(parentName(resource) + "/" + lastPart(resource)))
                .flatMap(names -> names);
    }

    private static Optional<String> reference(ResourceView resource) {
        return resource.text("eventHubName")
                .whenKnown()
                .flatMap(hub -> resource.text("namespaceName").whenKnown().map(namespace -> namespace + "/" + hub));
    }

    /** A component's child is called after it: {@code orders-billing} below {@code orders} is {@code orders/billing}. */
    private static String lastPart(ResourceView resource) {
        String parent = parentName(resource);
        return !parent.isEmpty() && resource.name().startsWith(parent + "-")
                ? resource.name().substring(parent.length() + 1)
                : resource.name();
    }

    private static String parentName(ResourceView resource) {
        int end = resource.parent().lastIndexOf("::");
        return end < 0 ? "" : resource.parent().substring(end + 2);
    }

    @Override
    public String toString() {
        return text;
    }
}
