package dev.spillway.loss;

import java.util.Arrays;

/** The client of one sender: its waits, and the refusals in a row of each of its links. */
final class LinkClient {
    private final LinkWaits waits;
    private final double answerSeconds;
    private int[] refusalsInARow = new int[1];
    private int lastLink;

    /**
     * A client that has been refused nothing yet.
     *
     * @param answerSeconds from a send to the broker's answer
     */
    LinkClient(LinkWaits waits, double answerSeconds) {
        this.waits = waits;
        this.answerSeconds = answerSeconds;
    }

    LinkWaits waits() {
        return waits;
    }

    double answerSeconds() {
        return answerSeconds;
    }

    /** The link that is next in turn among so many. */
    int nextLink(int links) {
        if (links > refusalsInARow.length) {
            refusalsInARow = Arrays.copyOf(refusalsInARow, links);
        }
        lastLink = (lastLink + 1) % links;
        return lastLink;
    }

    void accepted(int link) {
        refusalsInARow[link] = 0;
    }

    /** Counts a refusal, and answers how many there were in a row with it. */
    int refused(int link) {
        return ++refusalsInARow[link];
    }
}
