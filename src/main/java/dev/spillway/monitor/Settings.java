package dev.spillway.monitor;

import java.util.Map;

/**
 * What the engine would tell a program about the stack it runs for.
 *
 * @param config values by full key, such as {@code orders:location}
 */
public record Settings(String project, String stack, String organization, Map<String, String> config) {
    /** The organization of every stack that is kept in files. */
    public static final String ORGANIZATION = "organization";

    public Settings {
        config = Map.copyOf(config);
    }

    public Settings(String project, String stack, Map<String, String> config) {
        this(project, stack, ORGANIZATION, config);
    }
}
