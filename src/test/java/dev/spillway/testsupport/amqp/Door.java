package dev.spillway.testsupport.amqp;

/** Decides which sends are let in; the others are told that the server is busy. */
@FunctionalInterface
public interface Door {
    /** Lets everything in. */
    Door OPEN = events -> true;

    /** Refuses everything. */
    Door SHUT = events -> false;

    /** Whether a send of so many events is let in now. Asked by one thread. */
    boolean letsIn(int events);
}
