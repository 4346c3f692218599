package dev.spillway.loss;

/** What one run did to the events of one sender. */
record SenderRun(
        Sender sender,
        double offeredEvents,
        double lostInPods,
        double outlivedEvents,
        double overflowEvents,
        double waitingAtEnd,
        double throttledEvents,
        double longestRetryWaitSeconds,
        double peakTierEvents,
        double peakRetryEvents) {
    static SenderRun of(SenderLane lane) {
        return new SenderRun(
                lane.sender(),
                lane.offeredEvents(),
                lane.lostInPods(),
                lane.retryRoom().expiredEvents(),
                lane.retryRoom().overflowEvents(),
                lane.waitingEvents(),
                lane.deliveries().throttledEvents(),
                lane.deliveries().longestWaitSeconds(),
                lane.tier().map(pods -> pods.room().peakEvents()).orElse(0.0),
                lane.retryRoom().peakEvents());
    }

    double lostEvents() {
        return lostInPods + lostAtDoor();
    }

    /** Lost between client and broker: given up by the retries, or no room to wait in. */
    double lostAtDoor() {
        return outlivedEvents + overflowEvents;
    }
}
