package dev.spillway.deadletter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.spillway.deadletter.DeadLetter.NotADeadLetter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads dead-letter blobs event by event, so that their size does not matter: lists of events as Event Grid writes them, single
 * events, and one event after the other. What is broken is told with its place, and everything around it is read.
 */
public final class DeadLetters {
    /** Event Grid takes no event of more than 1 MB; what it adds is small. */
    private static final long LARGEST_BYTES = 2_000_000;

    private static final int MOST_GROUPS = 200;
    private static final int MOST_PROBLEMS = 1_000;
    private static final int MOST_IDS = 1 << 22;
    private static final String OTHER = "(other reasons)";

    private final ObjectMapper json = new ObjectMapper();
    private final JsonFactory factory = json.getFactory();
    private final Optional<ReplayWriter> replay;
    private final SeenIds seen;
    private final Map<String, Group> groups = new HashMap<>();
    private final Map<String, Long> schemas = new java.util.TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private long files;
    private long events;
    private long duplicates;
    private long problemCount;

    /** @param replay where the requests go that would replay them; empty writes none */
    public DeadLetters(Optional<ReplayWriter> replay) {
        this(replay, MOST_IDS);
    }

    DeadLetters(Optional<ReplayWriter> replay, int mostIds) {
        this.replay = replay;
        this.seen = new SeenIds(mostIds);
    }

    /**
     * Reads one blob.
     *
     * @param name the file as the user named it
     */
    public void read(String name, InputStream blob) throws IOException {
        files++;
        long before = events;
        try (JsonParser parser = factory.createParser(blob)) {
            boolean isEmpty = true;
            JsonToken token = parser.nextToken();
            while (token != null) {
                isEmpty = false;
                if (token == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        one(name, parser);
                    }
                } else {
                    one(name, parser);
                }
                token = parser.nextToken();
            }
            if (isEmpty) {
                problem(name, 0, 0, "an empty file, give a blob that Event Grid has written");
            }
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            long read = events - before;
            problem(
                    name,
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr(),
                    (isCutOff(broken) ? "ends in the middle" : "is no JSON from here on") + ", " + read
                            + (read == 1 ? " event" : " events") + " before it read, give the whole blob");
        }
    }

    private static boolean isCutOff(JsonProcessingException broken) {
        return broken instanceof com.fasterxml.jackson.core.io.JsonEOFException
                || String.valueOf(broken.getMessage()).contains("end-of-input");
    }

    private void one(String name, JsonParser parser) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        Optional<JsonNode> whole = bounded(parser);
        if (whole.isEmpty()) {
            problem(
                    name,
                    at.getLineNr(),
                    at.getColumnNr(),
                    "an event of more than " + LARGEST_BYTES + " bytes, which Event Grid does not take, left out");
            return;
        }
        try {
            add(DeadLetter.of(whole.get()));
        } catch (NotADeadLetter other) {
            problem(name, at.getLineNr(), at.getColumnNr(), other.getMessage() + ", left out");
        }
    }

    /** The value at the parser's place; empty, and passed over, where it is too large. */
    private Optional<JsonNode> bounded(JsonParser parser) throws IOException {
        long start = parser.currentTokenLocation().getByteOffset();
        int depth = 0;
        boolean fits = true;
        try (TokenBuffer buffer = new TokenBuffer(parser)) {
            do {
                JsonToken token = parser.currentToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                fits &= parser.currentLocation().getByteOffset() - start <= LARGEST_BYTES;
                if (fits) {
                    buffer.copyCurrentEvent(parser);
                }
            } while (depth > 0 && parser.nextToken() != null);
            if (!fits) {
                return Optional.empty();
            }
            try (JsonParser copy = buffer.asParserOnFirstToken()) {
                JsonNode node = json.readTree(copy);
                return Optional.of(node);
            }
        }
    }

    private void add(DeadLetter letter) throws IOException {
        boolean isDuplicate = seen.isRepeated(letter.identity());
        events++;
        duplicates += isDuplicate ? 1 : 0;
        schemas.merge(letter.schema().title(), 1L, Long::sum);
        group(letter).add(letter, isDuplicate);
        if (replay.isPresent()) {
            replay.get().add(letter, isDuplicate);
        }
    }

    /** As many as a person can look at; the rest is one. */
    private Group group(DeadLetter letter) {
        String key = letter.reason() + "\n" + letter.outcome();
        Group known = groups.get(key);
        if (known != null) {
            return known;
        }
        return groups.size() < MOST_GROUPS
                ? groups.computeIfAbsent(key, any -> new Group(letter.reason(), letter.outcome()))
                : groups.computeIfAbsent(OTHER, any -> new Group(OTHER, "various"));
    }

    private void problem(String file, int line, int column, String what) {
        problemCount++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(file + (line > 0 ? ":" + line + ":" + column : "") + ": " + what);
        }
    }

    /** What was found in all that was read. */
    public Found found() {
        return new Found(
                files,
                events,
                duplicates,
                seen.isFull(),
                groups.values().stream().sorted().toList(),
                schemas,
                problemCount > problems.size()
                        ? java.util.stream.Stream.concat(
                                        problems.stream(),
                                        java.util.stream.Stream.of((problemCount - problems.size()) + " more problems"))
                                .toList()
                        : problems);
    }
}
