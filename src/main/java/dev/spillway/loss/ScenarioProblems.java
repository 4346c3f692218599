package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.List;
import java.util.TreeSet;

/** Collects whatever is wrong in a scenario, so that all of it can be said at once. */
final class ScenarioProblems {
    private final TreeSet<String> sentences = new TreeSet<>();

    void add(String place, Object met, String right) {
        sentences.add(new InvalidValue(place, met, right).getMessage());
    }

    void add(String place, InvalidValue refused) {
        sentences.add(place.isEmpty() ? refused.getMessage() : place + "." + refused.getMessage());
    }

    /** A sentence that already names its place. */
    void add(String sentence) {
        sentences.add(sentence);
    }

    int count() {
        return sentences.size();
    }

    void throwIfAny() {
        if (!sentences.isEmpty()) {
            throw new InvalidScenario(List.copyOf(sentences));
        }
    }
}
