package dev.spillway.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two settings of a namespace that do not go together.
 *
 * @param path the setting to complain about, below the namespace
 * @param because the settings that make it wrong; while one of them is unreadable, nothing is said
 */
public record Crossing(String path, List<String> because, String message) {
    public Crossing {
        because = List.copyOf(because);
    }

    static Crossing of(String path, String because, String message) {
        return new Crossing(path, List.of(because), message);
    }

    /** Everything that does not go together in a namespace of that region. */
    public static List<Crossing> in(NamespaceSpec namespace, String location) {
        return Stream.of(
                        TierCrossings.of(namespace),
                        OptionCrossings.of(namespace, location),
                        RecoveryCrossings.of(namespace, location),
                        HubCrossings.of(namespace))
                .flatMap(List::stream)
                .toList();
    }
}
