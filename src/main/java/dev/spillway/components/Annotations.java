package dev.spillway.components;

import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Annotations of which some are known only after deployment. */
final class Annotations {
    private Annotations() {}

    /** @param annotations text, or outputs of text */
    static Output<Map<String, String>> output(Map<String, ?> annotations) {
        List<Output<Map.Entry<String, String>>> entries = new ArrayList<>();
        annotations.forEach((key, value) -> entries.add((value instanceof Output<?> later ? later : Output.of(value))
                .applyValue(text -> Map.entry(key, text.toString()))));
        return Output.all(entries).applyValue(known -> {
            Map<String, String> all = new TreeMap<>();
            known.forEach(entry -> all.put(entry.getKey(), entry.getValue()));
            return all;
        });
    }
}
