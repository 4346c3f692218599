package dev.spillway.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Guesses which key was meant by one that does not exist. */
final class NearestKey {
    /** Keeps slips of the finger and forgotten units ({@code retention}), and drops words that merely share letters. */
    private static final double CLOSE = 0.9;

    private static final int LONGEST = 60;

    private NearestKey() {}

    static Optional<String> to(String met, Collection<String> known) {
        if (met.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .map(key -> new Candidate(key, closeness(met, key)))
                .filter(candidate -> candidate.closeness >= CLOSE)
                .max(Comparator.comparingDouble(Candidate::closeness).thenComparing(Candidate::key))
                .map(Candidate::key);
    }

    private static double closeness(String met, String key) {
        return new JaroWinklerSimilarity().apply(letters(met), letters(key));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }

    private record Candidate(String key, double closeness) {}
}
