package dev.spillway.loss;

/**
 * Events that entered a room at one steady rate. First in, first out keeps them in order, so when they were offered is a
 * straight line over when they entered.
 */
record Parcel(
        double eventsPerSecond,
        double enteredFromSeconds,
        double enteredToSeconds,
        double offeredFromSeconds,
        double offeredToSeconds) {
    private static final double SAME_RATE = 1e-12;
    /** Two straight lines that differ by less than this anywhere are one; else rounding would breed ever smaller parcels. */
    private static final double SAME_LINE_SECONDS = 1e-8;

    /** Fresh from the load. */
    static Parcel offered(double eventsPerSecond, double fromSeconds, double toSeconds) {
        return new Parcel(eventsPerSecond, fromSeconds, toSeconds, fromSeconds, toSeconds);
    }

    double seconds() {
        return enteredToSeconds - enteredFromSeconds;
    }

    double events() {
        return eventsPerSecond * seconds();
    }

    /** The same stretch of time with another rate: a part of every moment was turned away. */
    Parcel atRate(double otherEventsPerSecond) {
        return otherEventsPerSecond == eventsPerSecond
                ? this
                : new Parcel(
                        otherEventsPerSecond,
                        enteredFromSeconds,
                        enteredToSeconds,
                        offeredFromSeconds,
                        offeredToSeconds);
    }

    /** What was served of it, as it enters the next room. */
    Parcel leaving(double servedEventsPerSecond, double fromSeconds, double toSeconds) {
        boolean unchanged = servedEventsPerSecond == eventsPerSecond
                && fromSeconds == enteredFromSeconds
                && toSeconds == enteredToSeconds;
        return unchanged
                ? this
                : new Parcel(servedEventsPerSecond, fromSeconds, toSeconds, offeredFromSeconds, offeredToSeconds);
    }

    /** When that was offered which entered at a moment. */
    double offeredAtEntry(double enteredSeconds) {
        return seconds() == 0 ? offeredToSeconds : offeredAt((enteredSeconds - enteredFromSeconds) / seconds());
    }

    /** The part that entered first, up to that share of the whole. */
    Parcel until(double share) {
        return new Parcel(eventsPerSecond, enteredFromSeconds, enteredAt(share), offeredFromSeconds, offeredAt(share));
    }

    /** The part that entered last, from that share of the whole. */
    Parcel after(double share) {
        return new Parcel(eventsPerSecond, enteredAt(share), enteredToSeconds, offeredAt(share), offeredToSeconds);
    }

    boolean hasRate(double otherEventsPerSecond) {
        return Math.abs(eventsPerSecond - otherEventsPerSecond) <= SAME_RATE * eventsPerSecond;
    }

    /** Whether the other one follows without a gap and on the same straight lines, so that the two are one. */
    boolean isContinuedBy(Parcel next) {
        return hasRate(next.eventsPerSecond)
                && Math.abs(next.enteredFromSeconds - enteredToSeconds) <= Simulation.INSTANT_SECONDS
                && Math.abs(next.offeredFromSeconds - offeredToSeconds) <= Simulation.INSTANT_SECONDS
                && bendTo(next) <= SAME_LINE_SECONDS;
    }

    Parcel joinedBy(Parcel next) {
        return new Parcel(
                eventsPerSecond, enteredFromSeconds, next.enteredToSeconds, offeredFromSeconds, next.offeredToSeconds);
    }

    /** How far the middle of two parcels lies beside the straight line that would join them. */
    private double bendTo(Parcel next) {
        double share = seconds() / (seconds() + next.seconds());
        double straight = offeredFromSeconds + (next.offeredToSeconds - offeredFromSeconds) * share;
        return Math.abs(straight - offeredToSeconds);
    }

    private double enteredAt(double share) {
        return enteredFromSeconds + seconds() * share;
    }

    private double offeredAt(double share) {
        return offeredFromSeconds + (offeredToSeconds - offeredFromSeconds) * share;
    }
}
