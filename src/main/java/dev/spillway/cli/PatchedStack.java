package dev.spillway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.config.StackFile;
import dev.spillway.model.StackSpec;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A {@code stack.yaml} as it would read after some edits. */
final class PatchedStack {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PatchedStack() {}

    /** The stack that the edited text asks for. JSON is YAML, so the text that is read again is JSON. */
    static StackSpec read(String file, byte[] original, Collection<StackEdit> edits) {
        return StackFile.parse(file, text(original, edits).getBytes(StandardCharsets.UTF_8));
    }

    static String text(byte[] original, Collection<StackEdit> edits) {
        Object loaded =
                new Load(LoadSettings.builder().build()).loadFromString(new String(original, StandardCharsets.UTF_8));
        Map<String, Object> top = mapping(loaded);
        edits.forEach(edit -> apply(top, edit));
        return JSON.valueToTree(top).toPrettyString() + "\n";
    }

    private static void apply(Map<String, Object> top, StackEdit edit) {
        Map<String, Object> here = top;
        for (String step : edit.key().subList(0, edit.key().size() - 1)) {
            Map<String, Object> next = mapping(here.get(step));
            here.put(step, next);
            here = next;
        }
        here.put(edit.key().get(edit.key().size() - 1), plain(edit.value()));
    }

    private static Map<String, Object> mapping(@Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> members) {
            members.forEach((key, member) -> copy.put(String.valueOf(key), member));
        }
        return copy;
    }

    private static Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }
}
