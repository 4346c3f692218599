package dev.spillway.testsupport.amqp;

/** How often the end point let in and refused, in events and in sends. */
public record Tally(long sends, long refusedSends, long acceptedEvents, long refusedEvents) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0);

    Tally letIn(int events) {
        return new Tally(sends + 1, refusedSends, acceptedEvents + events, refusedEvents);
    }

    Tally refused(int events) {
        return new Tally(sends + 1, refusedSends + 1, acceptedEvents, refusedEvents + events);
    }
}
