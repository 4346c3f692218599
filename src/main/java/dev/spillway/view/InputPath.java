package dev.spillway.view;

import dev.spillway.units.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a resource's inputs, written as Pulumi writes it: names and list positions after dots, names with dots of their
 * own in brackets and quotes, such as {@code metadata.annotations["spillway.dev/load"]}.
 */
public record InputPath(List<String> steps) {
    private static final Pattern STEP = Pattern.compile("\\[\"([^\"]+)\"\\]|\\[(\\d+)\\]|\\.?([^.\\[\\]\"]+)");
    private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\"]+");

    private static final int KEPT_AT_MOST = 4096;
    private static final Map<String, InputPath> KNOWN = new ConcurrentHashMap<>();

    public InputPath {
        steps = List.copyOf(steps);
    }

    /** A path as it is written. Rules ask for the same few thousands of times, so those that were read are kept. */
    public static InputPath of(String text) {
        InputPath known = KNOWN.get(text);
        if (known != null) {
            return known;
        }
        InputPath read = read(text);
        if (KNOWN.size() < KEPT_AT_MOST) {
            KNOWN.put(text, read);
        }
        return read;
    }

    private static InputPath read(String text) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int read = 0;
        while (step.find() && step.start() == read) {
            steps.add(step.group(1) != null ? step.group(1) : step.group(2) != null ? step.group(2) : step.group(3));
            read = step.end();
        }
        if (read != text.length() || steps.isEmpty()) {
            throw new InvalidValue("input path", text, "names with dots between them, or [\"a.name\"]");
        }
        return new InputPath(steps);
    }

    /** The path of an entry below this place, quoted where its name needs it. */
    public static String child(String parent, String name) {
        return PLAIN.matcher(name).matches() ? parent + "." + name : parent + "[\"" + name + "\"]";
    }

    /** Whether this place is the other one or lies around it; a step {@code *} fits every name. */
    public boolean covers(InputPath other) {
        if (steps.size() > other.steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).equals("*") && !steps.get(i).equals(other.steps.get(i))) {
                return false;
            }
        }
        return true;
    }
}
