package dev.spillway.cli;

/** Exit codes, as promised to scripts. */
final class Exit {
    /** Nothing mandatory violated, and the forecast keeps the budget. */
    static final int CLEAN = 0;

    /** Findings, or the budget exceeded. */
    static final int FINDINGS = 1;

    /** Could not run: bad usage, bad input, missing file. */
    static final int UNUSABLE = 2;

    private Exit() {}
}
