package dev.spillway.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** HTML as it grows: what is ours goes in as it is, what others wrote as text. */
final class HtmlText {
    private final StringBuilder out = new StringBuilder();

    HtmlText raw(String html) {
        out.append(html);
        return this;
    }

    HtmlText text(String text) {
        text.codePoints().forEach(this::character);
        return this;
    }

    HtmlText element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    /** Control characters, and those that turn the direction of text, would let a name say what it is not. */
    private void character(int point) {
        switch (point) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n', '\t' -> out.append((char) point);
            default -> {
                int kind = Character.getType(point);
                boolean isHidden = kind == Character.CONTROL || kind == Character.FORMAT || kind == Character.SURROGATE;
                out.appendCodePoint(isHidden ? 0xFFFD : point);
            }
        }
    }

    static String stylesheet() {
        try (InputStream css = HtmlText.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
