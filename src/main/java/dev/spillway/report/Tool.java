package dev.spillway.report;

/** Who writes the reports. */
public final class Tool {
    public static final String NAME = "spillway";
    public static final String VERSION = "0.1.0";

    private Tool() {}
}
