package dev.spillway.rule;

import java.util.List;

/**
 * A setting of a rule that its user may move.
 *
 * @param key as written in a profile, such as {@code minRetentionHours}
 * @param standard what holds when nothing is set
 * @param meaning what it decides, with its unit
 */
public record Parameter<T>(Class<?> type, String key, T standard, String meaning) {
    public static Parameter<Integer> whole(String key, int standard, String meaning) {
        return new Parameter<>(Integer.class, key, standard, meaning);
    }

    public static Parameter<Double> number(String key, double standard, String meaning) {
        return new Parameter<>(Double.class, key, standard, meaning);
    }

    public static Parameter<Boolean> flag(String key, boolean standard, String meaning) {
        return new Parameter<>(Boolean.class, key, standard, meaning);
    }

    public static Parameter<List<String>> texts(String key, List<String> standard, String meaning) {
        return new Parameter<>(List.class, key, List.copyOf(standard), meaning);
    }
}
