package dev.spillway.cli;

/** Why a command could not run, in one line for the user: place, what was met, what would be right. */
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
        super(message);
    }
}
