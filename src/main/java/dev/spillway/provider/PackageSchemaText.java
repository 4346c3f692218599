package dev.spillway.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** The package's schema for whoever writes about it. */
public final class PackageSchemaText {
    private PackageSchemaText() {}

    public static JsonNode read() {
        try {
            return new ObjectMapper().readTree(PackageSchema.text());
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
