package dev.spillway.loss;

import java.util.List;

/** Partitions whose logs go through the same: one log stands for all of them. */
final class LogGroup {
    private final int kind;
    private final FifoRoom log;
    private final RecentRate served;
    private int count;
    private int history;
    private double arrivingPerSecond;
    private double limitPerSecond;
    private double busyUntilSeconds = Double.NEGATIVE_INFINITY;
    private double longestReadWaitSeconds;

    LogGroup(int kind, FifoRoom log, RecentRate served) {
        this.kind = kind;
        this.history = kind;
        this.log = log;
        this.served = served;
    }

    /** The beginning of a group of partitions that went through the same until now. */
    LogGroup copy() {
        var copy = new LogGroup(kind, log.copy(), served.copy());
        copy.busyUntilSeconds = busyUntilSeconds;
        return copy;
    }

    int kind() {
        return kind;
    }

    int count() {
        return count;
    }

    /** Counts its partitions anew. */
    void restart() {
        count = 0;
    }

    void addPartition() {
        count++;
    }

    /** A number for what it went through, for as long as partitions are being sorted. */
    int history() {
        return history;
    }

    void numberHistory(int number) {
        history = number;
    }

    double busyUntilSeconds() {
        return busyUntilSeconds;
    }

    /** Events that wait in all its logs. */
    double waitingEvents() {
        return count * log.content();
    }

    /** The longest that any event has waited, read by now or not. */
    double longestWaitSeconds(double nowSeconds) {
        return Math.max(longestReadWaitSeconds, nowSeconds - log.headEnteredSeconds(nowSeconds));
    }

    boolean isEmpty() {
        return log.isEmpty();
    }

    double servedPerSecond() {
        return count * log.rates().served();
    }

    double expiredPerSecond() {
        return count * log.rates().expired();
    }

    /** Growth of what waits in all its logs; negative while it shrinks. */
    double growthPerSecond() {
        return count * log.rates().net();
    }

    /** What one partition of it was read within the window of a checkpoint. */
    double sinceCheckpoint(double nowSeconds) {
        return served.volume(nowSeconds);
    }

    void arrive(double eventsPerSecond) {
        arrivingPerSecond = eventsPerSecond;
        limitPerSecond = 0;
    }

    /** What a reader would take of one partition. */
    double demand() {
        return log.demand(arrivingPerSecond);
    }

    void limitTo(double eventsPerSecond) {
        limitPerSecond = eventsPerSecond;
    }

    double limitPerSecond() {
        return limitPerSecond;
    }

    void settle(double nowSeconds) {
        log.settle(nowSeconds, arrivingPerSecond, limitPerSecond);
        served.change(log.rates().served(), nowSeconds);
    }

    double nextChangeSeconds(double nowSeconds) {
        return nowSeconds + log.secondsToChange(nowSeconds);
    }

    /** Nothing waits, and what arrives is read at once. */
    boolean passes() {
        return log.isEmpty() && log.rates().served() >= log.rates().accepted();
    }

    void advance(double fromSeconds, double toSeconds, AdmittedEvents admitted, DelayDistribution delays) {
        busyUntilSeconds = toSeconds;
        List<Parcel> arriving =
                arrivingPerSecond == 0 ? List.of() : List.of(Parcel.offered(arrivingPerSecond, fromSeconds, toSeconds));
        log.advance(fromSeconds, toSeconds, arriving, (parcel, eventsPerSecond, from, to) -> {
            longestReadWaitSeconds = Math.max(longestReadWaitSeconds, from - parcel.enteredFromSeconds());
            longestReadWaitSeconds = Math.max(longestReadWaitSeconds, to - parcel.enteredToSeconds());
            admitted.deliver(parcel, from, to, count * eventsPerSecond * (to - from), delays);
        });
    }

    /** Loses whatever entered after that moment, and answers how much it was. */
    double loseEnteredAfter(double seconds) {
        return count * log.removeEnteredAfter(seconds);
    }
}
