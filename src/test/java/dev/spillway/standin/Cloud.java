package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What exists, in one JSON file to be looked at and drifted by hand: {@code resources}, from id to body in Azure's
 * shape. A change is written whole or not at all, one at a time.
 */
final class Cloud {
    /** The channel's lock holds other processes off, this one the other threads. */
    private static final Object THREADS = new Object();

    private final Path file;

    Cloud(Path file) {
        this.file = file;
    }

    /** The cloud at one moment. */
    static final class State {
        private static final String RESOURCES = "resources";
        private static final String COUNTS = "faultCounts";

        private final ObjectNode content;

        private State(ObjectNode content) {
            this.content = content;
        }

        Optional<ObjectNode> find(String id) {
            return entries().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(id))
                    .map(entry -> (ObjectNode) entry.getValue())
                    .findFirst();
        }

        List<Map.Entry<String, JsonNode>> entries() {
            return Json.fields(resources());
        }

        /** Everything of that type below that id; of any type where none is named. */
        List<ObjectNode> below(String id, String armType) {
            return entries().stream()
                    .filter(entry -> isBelow(entry.getKey(), id))
                    .map(entry -> (ObjectNode) entry.getValue())
                    .filter(body ->
                            armType.isEmpty() || body.path("type").asText().equalsIgnoreCase(armType))
                    .toList();
        }

        List<ObjectNode> ofType(String armType) {
            return below("", armType);
        }

        void put(String id, ObjectNode body) {
            remove(id);
            resources().set(id, body);
        }

        /** Removes a resource and whatever is in it. */
        void removeWithContent(String id) {
            entries().stream()
                    .map(Map.Entry::getKey)
                    .filter(key -> isBelow(key, id))
                    .forEach(this::remove);
            remove(id);
        }

        /** How often that fault was met before; counts the meeting. */
        int meet(String fault) {
            ObjectNode counts = Json.child(content, COUNTS);
            int before = counts.path(fault).asInt();
            counts.put(fault, before + 1);
            return before;
        }

        private void remove(String id) {
            entries().stream()
                    .map(Map.Entry::getKey)
                    .filter(id::equalsIgnoreCase)
                    .forEach(resources()::remove);
        }

        private ObjectNode resources() {
            return Json.child(content, RESOURCES);
        }

        private static boolean isBelow(String key, String id) {
            return key.regionMatches(true, 0, id + "/", 0, id.length() + 1);
        }
    }

    State read() {
        try {
            return new State(Files.exists(file) ? (ObjectNode) Json.MAPPER.readTree(file.toFile()) : empty());
        } catch (IOException e) {
            throw new UncheckedIOException("the stand-in's cloud cannot be read: " + file, e);
        }
    }

    /** Changes the cloud; when the change throws, nothing has happened. */
    <T> T change(Function<State, T> change) {
        synchronized (THREADS) {
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling(file.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                State state = read();
                T answer = change.apply(state);
                if (lock.isValid()) {
                    write(state.content);
                }
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException("the stand-in's cloud cannot be written: " + file, e);
            }
        }
    }

    private void write(ObjectNode content) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                whole, Json.MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(content) + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ObjectNode empty() {
        ObjectNode content =
                Json.object().put("about", "the cloud of Spillway's stand-in for Azure; nothing here is real");
        content.putObject(State.RESOURCES);
        return content;
    }
}
