package dev.spillway.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Guesses which key was meant by one that does not exist. */
final class NearestKey {
    /** Keeps slips of the finger, and drops words that merely share letters. */
    private static final double CLOSE = 0.9;

    /** A shorter beginning of a key says too little. */
    private static final int TELLING_LETTERS = 4;

    private static final int LONGEST = 60;
    private static final Pattern SEPARATORS = Pattern.compile("[-_. ]");

    private NearestKey() {}

    static Optional<String> to(String met, Collection<String> known) {
        if (met.length() > LONGEST) {
            return Optional.empty();
        }
        var letters = letters(met);
        var begun = known.stream().filter(key -> begins(letters, key)).toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : similar(letters, known);
    }

    /** A key whose unit was left out: {@code window} for {@code windowSeconds}. */
    private static boolean begins(String letters, String key) {
        return letters.length() >= TELLING_LETTERS && letters(key).startsWith(letters);
    }

    private static Optional<String> similar(String letters, Collection<String> known) {
        var similarity = new JaroWinklerSimilarity();
        return known.stream()
                .map(key -> new Candidate(key, similarity.apply(letters, letters(key))))
                .filter(candidate -> candidate.closeness >= CLOSE)
                .max(Comparator.comparingDouble(Candidate::closeness).thenComparing(Candidate::key))
                .map(Candidate::key);
    }

    private static String letters(String text) {
        return SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private record Candidate(String key, double closeness) {}
}
