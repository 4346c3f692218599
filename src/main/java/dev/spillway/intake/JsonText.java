package dev.spillway.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Parses JSON that others wrote, within bounds, and names line and column where it is broken. */
final class JsonText {
    static final int DEEPEST = 200;
    static final long LARGEST_MEBIBYTES = 256;

    private static final long LARGEST_BYTES = LARGEST_MEBIBYTES << 20;
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength((int) LARGEST_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Jackson names the start of what was left open with its own idea of the source. */
    private static final Pattern JARGON = Pattern.compile("\\s*\\((start marker at|for ).*", Pattern.DOTALL);

    private JsonText() {}

    static JsonNode parse(Path file) {
        return parse(file, ResourceFile.WRITERS);
    }

    /** @param wanted what kind of file would be right */
    static JsonNode parse(Path file, String wanted) {
        return parse(bytes(file, wanted), file.toString());
    }

    static JsonNode parse(String json, String place) {
        return parse(json.getBytes(StandardCharsets.UTF_8), place);
    }

    private static JsonNode parse(byte[] json, String place) {
        try {
            return STRICT.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new UnreadableGraph(List.of(place + at(broken) + ": " + message(broken)));
        } catch (IOException broken) {
            throw new UnreadableGraph(List.of(place + ": is not UTF-8, give JSON in UTF-8"));
        }
    }

    private static byte[] bytes(Path file, String wanted) {
        if (!Files.isRegularFile(file)) {
            String met = Files.exists(file) ? "is not a file" : "does not exist";
            throw new UnreadableGraph(List.of(file + ": " + met + ", give " + wanted));
        }
        try {
            long size = Files.size(file);
            if (size > LARGEST_BYTES) {
                throw new UnreadableGraph(List.of(
                        file + ": holds " + size + " bytes, give a file of at most " + LARGEST_MEBIBYTES + " MiB"));
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UnreadableGraph(List.of(file + ": cannot be read, give a file that this user may read"));
        }
    }

    private static String at(JsonProcessingException broken) {
        JsonLocation location = broken.getLocation();
        return location == null ? "" : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String message(JsonProcessingException broken) {
        if (broken instanceof StreamConstraintsException) {
            return broken.getOriginalMessage().contains("nesting depth")
                    ? "is nested deeper than " + DEEPEST + " levels, give at most " + DEEPEST
                    : "a number or a key is longer than any that can be right, give a shorter one";
        }
        if (broken instanceof JsonEOFException) {
            return "the text ends in the middle of a value, close every list, object and text";
        }
        if (broken instanceof MismatchedInputException) {
            return "goes on after the end of the value, give one value alone";
        }
        String reason = JARGON.matcher(broken.getOriginalMessage()).replaceAll("");
        return reason.startsWith("Duplicate") ? reason + ", give each key once" : "is not JSON: " + reason;
    }
}
