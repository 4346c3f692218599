package dev.spillway.report;

import java.util.regex.Pattern;

/** Text of others for Markdown: it reads as it was written, and makes no table, link, mention or element of its own. */
final class MarkdownText {
    private static final int LONGEST = 300;
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>|~#&!]");
    private static final Pattern LIST_START = Pattern.compile("^([-+=])|^(\\d{1,9})([.)])(?=\\s|$)");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern FENCE = Pattern.compile("[\\r\\n`]+");

    private MarkdownText() {}

    /** One line that can stand in a sentence, a list or a cell of a table. */
    static String of(String text) {
        String line = SPACE.matcher(text).replaceAll(" ").strip();
        String shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
        String escaped = SPECIAL.matcher(shown).replaceAll("\\\\$0");
        String started = LIST_START.matcher(escaped).replaceFirst("$2\\\\$1$3");
        // A comment between the sign and the name keeps a forge from telling somebody.
        return started.replace("@", "@<!-- -->");
    }

    /** A line for a block of code, which it cannot leave. */
    static String code(String line) {
        return FENCE.matcher(line).replaceAll(" ");
    }
}
