package dev.spillway.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Turns the bytes of a file into text that YAML allows. */
final class SourceText {
    static final int LARGEST = 1024 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {}

    static String decode(byte[] content, ProblemLog log) {
        if (content.length > LARGEST) {
            throw log.stopping(Place.NONE, "", "larger than 1 MiB, give a file of at most 1,048,576 bytes");
        }
        if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
            throw log.stopping(Place.START, "", "a UTF-16 byte order mark at byte 0, save the file as UTF-8");
        }
        var text = withoutByteOrderMark(utf8(content, log));
        requirePrintable(text, log);
        return text;
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    private static String utf8(byte[] content, ProblemLog log) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.wrap(content);
        var characters = CharBuffer.allocate(content.length);
        var result = decoder.decode(bytes, characters, true);
        var text = characters.flip().toString();
        if (result.isError()) {
            int offset = bytes.position();
            var met = String.format(
                    Locale.ROOT,
                    "byte 0x%02X at offset %d is not UTF-8, save the file as UTF-8",
                    content[offset],
                    offset);
            throw log.stopping(Place.after(text), "", met);
        }
        return text;
    }

    private static String withoutByteOrderMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void requirePrintable(String text, ProblemLog log) {
        for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
            int character = text.codePointAt(index);
            if (!StreamReader.isPrintable(character)) {
                var met = "control character " + Excerpt.codePoint(character) + " is not allowed in YAML, remove it";
                throw log.stopping(Place.after(text.substring(0, index)), "", met);
            }
        }
    }
}
