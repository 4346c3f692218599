package dev.spillway.loss;

/**
 * How the Kafka client for Java keeps its requests under way. With more than one of them the head of the queue is sent just
 * before its time is up and expires on the wire: the application hears of a failure, and the broker stores the event.
 *
 * @param requestsInFlight {@code max.in.flight.requests.per.connection}
 * @param eventsOnTheWire events in all of these requests together; zero where their size is not known, which counts no time on
 *     the wire
 */
record KafkaSends(int requestsInFlight, double eventsOnTheWire) {
    static final int REQUESTS_IN_FLIGHT = 5;
    static final int BATCH_BYTES = 16_384;

    /** The client's default, batches of an unknown number of events. */
    static final KafkaSends DEFAULT = new KafkaSends(REQUESTS_IN_FLIGHT, 0);

    KafkaSends {
        Require.atLeast(1, "maxInFlightRequests", requestsInFlight);
        Require.zeroOrMore("eventsOnTheWire", eventsOnTheWire);
    }

    static KafkaSends of(int requestsInFlight, int batchBytes, double eventBytes) {
        return new KafkaSends(requestsInFlight, requestsInFlight * eventsPerBatch(batchBytes, eventBytes));
    }

    /** How many whole events one batch holds; an event larger than a batch has one of its own. */
    static double eventsPerBatch(int batchBytes, double eventBytes) {
        return Math.max(1, Math.floor(batchBytes / eventBytes));
    }

    /** Events that the client's memory holds, which it gives out in whole batches. */
    static double eventsInMemory(double memoryBytes, int batchBytes, double eventBytes) {
        double batchRoom = Math.max(batchBytes, eventBytes);
        return Math.floor(memoryBytes / batchRoom) * eventsPerBatch(batchBytes, eventBytes);
    }

    boolean reportsWhatIsStored() {
        return requestsInFlight > 1;
    }
}
