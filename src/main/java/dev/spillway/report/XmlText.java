package dev.spillway.report;

/** Text as XML 1.0 can hold it. */
final class XmlText {
    private XmlText() {}

    /** What no XML may contain, not even escaped, becomes the sign for an unreadable character. */
    static String of(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().forEach(point -> legal.appendCodePoint(isLegal(point) ? point : 0xFFFD));
        return legal.toString();
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
