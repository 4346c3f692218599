package dev.spillway.loss;

/** Takes what the broker accepts: how late it is, and how much of it had waited at the door. */
final class Deliveries implements Exit {
    /** A shorter wait at the door does not count as throttled. */
    static final double NOTICED_WAIT_SECONDS = 0.001;

    private final DelayDistribution delays = new DelayDistribution();
    private double throttledEvents;
    private double longestWaitSeconds;

    @Override
    public void leaves(Parcel parcel, double eventsPerSecond, double fromSeconds, double toSeconds) {
        double events = eventsPerSecond * (toSeconds - fromSeconds);
        if (events <= 0) {
            return;
        }
        delays.add(events, fromSeconds - parcel.offeredFromSeconds(), toSeconds - parcel.offeredToSeconds());
        double firstWait = fromSeconds - parcel.enteredFromSeconds();
        double lastWait = toSeconds - parcel.enteredToSeconds();
        throttledEvents += events * (1 - DelayDistribution.shareUpTo(NOTICED_WAIT_SECONDS, firstWait, lastWait));
        longestWaitSeconds = Math.max(longestWaitSeconds, Math.max(firstWait, lastWait));
    }

    DelayDistribution delays() {
        return delays;
    }

    double throttledEvents() {
        return throttledEvents;
    }

    double longestWaitSeconds() {
        return longestWaitSeconds;
    }
}
