package dev.spillway.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.units.NumberText;
import dev.spillway.units.Seconds;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tags by which an Event Grid resource tells rules, forecasts and people what it was made for. */
final class GridTags {
    private static final int SECONDS_PER_MINUTE = 60;

    private GridTags() {}

    static Map<String, String> of(StackSpec stack, Optional<LoadProfile> load, Map<String, String> more) {
        Map<String, String> tags = new TreeMap<>(stack.tags());
        tags.putAll(more);
        if (stack.profile() != SizingProfile.STANDARD) {
            tags.put("spillway-profile", stack.profile().key());
        }
        load.ifPresent(known -> {
            tags.put("spillway-load", text(known));
            tags.put(
                    "spillway-subscriber-outage-minutes",
                    NumberText.number(Seconds.of(stack.recovery().subscriberOutage()) / SECONDS_PER_MINUTE)
                            .replace(",", ""));
        });
        return tags;
    }

    /** Short, because a tag has room for 256 characters: what is as usual is left out. */
    private static String text(LoadProfile load) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("baselineEventsPerSecond", load.baseline().perSecond());
        if (load.peak().compareTo(load.baseline()) > 0) {
            json.put("peakEventsPerSecond", load.peak().perSecond());
            put(json, "rampSeconds", load.ramp());
            put(json, "peakHoldSeconds", load.peakHold());
        }
        put(json, "windowSeconds", load.window());
        return json.put("averageEventBytes", load.averageEvent().count()).toString();
    }

    private static void put(ObjectNode json, String name, Duration span) {
        json.put(name, Seconds.of(span));
    }
}
