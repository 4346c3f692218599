package dev.spillway.config;

import java.util.Locale;

/** A piece of the user's text, fit for one line of a message. */
final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    static String of(String text) {
        var excerpt = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(character -> append(excerpt, character));
        return text.codePointCount(0, text.length()) > LONGEST ? excerpt + "\u2026" : excerpt.toString();
    }

    private static void append(StringBuilder excerpt, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> excerpt.append(codePoint(character));
            default -> excerpt.appendCodePoint(character);
        }
    }

    /** The name of a character that cannot be printed: {@code U+0000}. */
    static String codePoint(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
