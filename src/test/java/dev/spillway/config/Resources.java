package dev.spillway.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The test files of this room. */
final class Resources {
    private Resources() {}

    static byte[] bytes(String name) {
        try (var file = Objects.requireNonNull(Resources.class.getResourceAsStream("/config/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
