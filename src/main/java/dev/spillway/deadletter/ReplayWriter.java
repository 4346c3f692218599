package dev.spillway.deadletter;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.deadletter.DeadLetter.Schema;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the requests that would publish dead letters again, one JSON object a line: {@code method}, {@code url}, {@code
 * headers}, {@code events}, {@code duplicates}, {@code body}. Events that were met before are in requests of their own, so that
 * they can be left out.
 */
public final class ReplayWriter {
    /** What a topic takes in one request, less room for what stands around the events. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int MOST_EVENTS = 1_000;
    private static final int AROUND = 2;

    private final ObjectMapper json = new ObjectMapper();
    private final Writer out;
    private final String url;
    private final Map<Schema, Batch> first = new EnumMap<>(Schema.class);
    private final Map<Schema, Batch> repeated = new EnumMap<>(Schema.class);
    private long requests;

    /** @param url of the topic, or a text to be replaced by one */
    public ReplayWriter(Writer out, String url) {
        this.out = out;
        this.url = url;
        json.getFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Events of one schema that go into one request. */
    private static final class Batch {
        private final List<ObjectNode> events = new ArrayList<>();
        private int bytes;
    }

    void add(DeadLetter letter, boolean isDuplicate) throws IOException {
        Map<Schema, Batch> batches = isDuplicate ? repeated : first;
        Batch batch = batches.computeIfAbsent(letter.schema(), any -> new Batch());
        int size = json.writeValueAsString(letter.event()).getBytes(StandardCharsets.UTF_8).length + AROUND;
        if (!batch.events.isEmpty() && (batch.bytes + size > MOST_BYTES || batch.events.size() >= MOST_EVENTS)) {
            write(letter.schema(), batch, isDuplicate);
        }
        batch.events.add(letter.event());
        batch.bytes += size;
    }

    /** Writes what is left; to be called once, when everything was read. */
    public void finish() throws IOException {
        for (Schema schema : Schema.values()) {
            if (first.containsKey(schema)) {
                write(schema, first.get(schema), false);
            }
        }
        for (Schema schema : Schema.values()) {
            if (repeated.containsKey(schema)) {
                write(schema, repeated.get(schema), true);
            }
        }
        out.flush();
    }

    /** How many requests there are. */
    public long requests() {
        return requests;
    }

    private void write(Schema schema, Batch batch, boolean isDuplicate) throws IOException {
        if (batch.events.isEmpty()) {
            return;
        }
        ObjectNode request = json.createObjectNode().put("method", "POST").put("url", url);
        request.putObject("headers").put("content-type", schema.contentType());
        request.put("schema", schema.title());
        request.put("events", batch.events.size());
        request.put("duplicates", isDuplicate ? batch.events.size() : 0);
        request.putArray("body").addAll(batch.events);
        out.write(json.writeValueAsString(request));
        out.write('\n');
        requests++;
        batch.events.clear();
        batch.bytes = 0;
    }
}
