package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the hooks of a pod's containers take before the stop signal; a hook that does not just sleep is not known. */
final class PreStopHook {
    private static final Pattern SLEEP = Pattern.compile("(?:.*\\s)?sleep (\\d{1,6})s?");

    private PreStopHook() {}

    /** Containers stop side by side, so the longest hook counts. */
    static Fact<Duration> longest(String path, JsonNode containers) {
        Duration longest = Duration.ZERO;
        for (int i = 0; i < containers.size(); i++) {
            JsonNode hook = Inputs.open(containers.path(i).path("lifecycle").path("preStop"));
            Fact<Duration> length = length(path + "." + i + ".lifecycle.preStop", hook);
            if (!length.isKnown()) {
                return length;
            }
            longest = longest.compareTo(length.value()) >= 0 ? longest : length.value();
        }
        return Fact.known(path, longest);
    }

    private static Fact<Duration> length(String path, JsonNode hook) {
        if (hook.isMissingNode() || hook.isNull()) {
            return Fact.known(path, Duration.ZERO);
        }
        JsonNode seconds = hook.path("sleep").path("seconds");
        if (seconds.isNumber()) {
            return Fact.known(path, Duration.ofSeconds(seconds.longValue()));
        }
        Matcher sleep = SLEEP.matcher(command(hook));
        return sleep.matches()
                ? Fact.known(path, Duration.ofSeconds(Long.parseLong(sleep.group(1))))
                : Fact.unknown(path, "met a hook of unknown length where a sleep can be read");
    }

    private static String command(JsonNode hook) {
        List<String> words = new ArrayList<>();
        hook.path("exec").path("command").forEach(word -> words.add(word.asText()));
        return String.join(" ", words);
    }
}
