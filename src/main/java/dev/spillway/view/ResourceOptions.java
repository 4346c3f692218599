package dev.spillway.view;

import java.util.List;

/**
 * Engine options of a resource, as far as a registration carries them.
 *
 * @param provider reference of the explicit provider; empty for the default one
 */
public record ResourceOptions(
        boolean protect,
        List<String> ignoreChanges,
        boolean deleteBeforeReplace,
        List<String> aliases,
        String provider) {
    public static final ResourceOptions NONE = new ResourceOptions(false, List.of(), false, List.of(), "");

    public ResourceOptions {
        ignoreChanges = List.copyOf(ignoreChanges);
        aliases = List.copyOf(aliases);
    }
}
