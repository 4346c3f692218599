package dev.spillway.view;

import dev.spillway.units.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a resource's inputs, written as Pulumi writes it: names and list positions after dots, names with dots of their
 * own in brackets and quotes, such as {@code metadata.annotations["spillway.dev/load"]}.
 */
public record InputPath(List<String> steps) {
    private static final Pattern STEP = Pattern.compile("\\[\"([^\"]+)\"\\]|\\[(\\d+)\\]|\\.?([^.\\[\\]\"]+)");
    private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\"]+");

    public InputPath {
        steps = List.copyOf(steps);
    }

    public static InputPath of(String text) {
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
