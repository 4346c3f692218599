package dev.spillway.report;

import java.awt.Color;

/** Colours that stay apart for those who see red and green alike. */
final class Colours {
    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color GRID = new Color(0xe4, 0xe4, 0xe4);
    static final Color LOAD = new Color(0x1f, 0x4e, 0x8c);
    static final Color CAPACITY = new Color(0x55, 0x55, 0x55);
    static final Color LOST = new Color(0xc0, 0x39, 0x2b);
    static final Color WAITING = new Color(0xe0, 0x8e, 0x0b);
    static final Color UNREAD = new Color(0x2a, 0x7f, 0x62);
    static final Color FAINT = new Color(0x66, 0x66, 0x66);
    static final Color IDLE = new Color(0xc4, 0xc4, 0xc4);
    /** Behind everything while events are lost. */
    static final Color LOSING = new Color(0xfb, 0xe9, 0xe7);

    private static final int HALF = 0x60;

    private Colours() {}

    /** What lies under a line of that colour. */
    static Color shade(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), HALF);
    }
}
