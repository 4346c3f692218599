package dev.spillway.config;

import java.util.List;

/** Writes a list of words into a sentence. */
final class Listing {
    private Listing() {}

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    static String or(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
