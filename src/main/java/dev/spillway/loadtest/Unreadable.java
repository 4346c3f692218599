package dev.spillway.loadtest;

/** A file that is not what it should be: place, what was met, what would be right, in one line. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
