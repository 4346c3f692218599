package dev.spillway.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the package holds, in the engine's own language for it. A test compares it with the keys and the records. */
final class PackageSchema {
    static final String VERSION = "0.1.0";

    private PackageSchema() {}

    static String text() {
        try (InputStream schema =
                Objects.requireNonNull(PackageSchema.class.getResourceAsStream("schema.json"), "schema.json")) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
