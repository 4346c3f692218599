package dev.spillway.view;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Engine options of a resource, as far as a registration carries them.
 *
 * @param aliases former identities, sorted: a URN, or what differs from the present one, such as {@code type=...,name=...}
 * @param provider reference of the explicit provider, {@code URN::ID}; empty for the default one
 * @param customTimeouts operation ({@code create}, {@code update}, {@code delete}, {@code read}) to a span as the SDK
 *     writes it, such as {@code 30m0s} or {@code 1800000000000ns}
 * @param importId id of the existing resource that is taken over; empty where none is
 * @param version of the provider's package; empty where the engine chooses
 */
public record ResourceOptions(
        boolean protect,
        List<String> ignoreChanges,
        boolean deleteBeforeReplace,
        List<String> aliases,
        String provider,
        boolean retainOnDelete,
        List<String> replaceOnChanges,
        List<String> additionalSecretOutputs,
        SortedMap<String, String> customTimeouts,
        String importId,
        String version) {
    public static final ResourceOptions NONE = new ResourceOptions(false, List.of(), false, List.of(), "");

    /** Of a resource whose options were not sent: nothing follows from what they seem to be. */
    public static final ResourceOptions NOT_TOLD =
            new ResourceOptions(false, List.of(Inputs.HIDDEN), false, List.of(), "");

    public ResourceOptions {
        ignoreChanges = List.copyOf(ignoreChanges);
        aliases = aliases.stream().sorted().distinct().toList();
        replaceOnChanges = List.copyOf(replaceOnChanges);
        additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
        customTimeouts = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) customTimeouts));
    }

    /** The options that most resources have. */
    public ResourceOptions(
            boolean protect,
            List<String> ignoreChanges,
            boolean deleteBeforeReplace,
            List<String> aliases,
            String provider) {
        this(
                protect,
                ignoreChanges,
                deleteBeforeReplace,
                aliases,
                provider,
                false,
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                "",
                "");
    }

    /** Whether some of the ignored changes are hidden, as older engines do; any place may be among them. */
    public boolean hideIgnoredChanges() {
        return ignoreChanges.contains(Inputs.HIDDEN);
    }
}
