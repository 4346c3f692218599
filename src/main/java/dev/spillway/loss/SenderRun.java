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
        double peakRetryEvents,
        double reportedLostEvents,
        double retryDuplicates,
        DelayDistribution delays) {
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
                lane.retryRoom().peakEvents(),
                lane.reportedLost(),
                lane.reportedLost() - lane.lostEvents(),
                lane.deliveries().delays());
    }

    /** The same run with the sender as it is declared. */
    SenderRun of(Sender declared) {
        return new SenderRun(
                declared,
                offeredEvents,
                lostInPods,
                outlivedEvents,
                overflowEvents,
                waitingAtEnd,
                throttledEvents,
                longestRetryWaitSeconds,
                peakTierEvents,
                peakRetryEvents,
                reportedLostEvents,
                retryDuplicates,
                delays);
    }

    /** The same run when its sends were simulated one by one. */
    SenderRun simulated(DoorArrivals arrivals, LinkTally tally, DelayDistribution simulatedDelays) {
        double waitingInPods = Math.max(0, offeredEvents - lostInPods - arrivals.events());
        return new SenderRun(
                arrivals.sender(),
                offeredEvents,
                lostInPods,
                tally.outlived(),
                tally.overflowed(),
                waitingInPods + tally.waiting(),
                tally.throttled(),
                tally.longestWaitSeconds(),
                peakTierEvents,
                tally.mostWaiting(),
                lostInPods + tally.reportedLost(),
                tally.duplicates(),
                simulatedDelays);
    }

    double lostEvents() {
        return lostInPods + lostAtDoor();
    }

    /** Lost between client and broker: given up by the retries, or no room to wait in. */
    double lostAtDoor() {
        return outlivedEvents + overflowEvents;
    }
}
