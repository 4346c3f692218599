package dev.spillway.loss;

import java.util.List;
import java.util.Optional;

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
        Optional<Integer> mostPods,
        List<LossForecast.ScalingStep> scaling,
        double reportedLostEvents,
        double retryDuplicates) {
    static SenderRun of(SenderLane lane) {
        return new SenderRun(
                lane.sender(),
                lane.offeredEvents(),
                lane.lostInPods(),
                lane.outlivedEvents(),
                lane.overflowEvents(),
                lane.waitingEvents(),
                lane.waits().throttledEvents(),
                lane.waits().longestSeconds(),
                lane.tier().map(pods -> pods.room().peakEvents()).orElse(0.0),
                lane.peakAtDoor(),
                lane.tier().map(tier -> tier.pods().mostPods()),
                lane.tier().map(tier -> List.copyOf(tier.pods().steps())).orElse(List.of()),
                lane.reportedLost(),
                lane.reportedLost() - lane.lostEvents());
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
                mostPods,
                scaling,
                reportedLostEvents,
                retryDuplicates);
    }

    /** The same run when its sends were simulated one by one. */
    SenderRun simulated(DoorArrivals arrivals, LinkTally tally) {
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
                mostPods,
                scaling,
                lostInPods + tally.reportedLost(),
                tally.duplicates());
    }

    double lostEvents() {
        return lostInPods + lostAtDoor();
    }

    /** Lost between client and broker: given up by the retries, or no room to wait in. */
    double lostAtDoor() {
        return outlivedEvents + overflowEvents;
    }
}
