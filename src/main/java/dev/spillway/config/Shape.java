package dev.spillway.config;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a text may look like.
 *
 * @param noun what the text is, with its article
 * @param right what to give
 * @param repair a guess at what was meant, offered when it fits
 */
record Shape(String noun, Pattern pattern, String right, UnaryOperator<String> repair) {
    static Shape of(String noun, String pattern, String right) {
        return new Shape(noun, Pattern.compile(pattern), right, UnaryOperator.identity());
    }

    /** A name in lower case with hyphens; spaces, underscores and capitals are taken for slips. */
    static Shape name(String noun, String pattern, String right) {
        return new Shape(noun, Pattern.compile(pattern), right, Shape::kebabCase);
    }

    private static String kebabCase(String text) {
        var parted = text.strip().replaceAll("([a-z0-9])([A-Z])", "$1-$2").replaceAll("[ _.]", "-");
        return parted.toLowerCase(Locale.ROOT);
    }

    boolean fits(String text) {
        return pattern.matcher(text).matches();
    }

    /** What to give in place of a text that does not fit. */
    String rightFor(String text) {
        var repaired = repair.apply(text);
        return fits(repaired) ? repaired : right;
    }
}
