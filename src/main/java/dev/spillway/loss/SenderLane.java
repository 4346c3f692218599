package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One sender on its way to the namespace: its load, its pods if they limit it, and the room where refused events wait. */
final class SenderLane {
    private final Sender sender;
    private final List<RateStep> load;
    private final Optional<SenderTier> tier;
    private final FifoRoom retryRoom;
    private final Deliveries deliveries = new Deliveries();
    private final List<Parcel> sent = new ArrayList<>();
    private int step;
    private double offeredPerSecond;
    private double offeredEvents;

    SenderLane(Sender sender, double shareOfCapacityEventsPerSecond, double hpaSyncPeriodSeconds) {
        this.sender = sender;
        this.load = sender.load().steps();
        this.tier = sender.pods().map(pods -> new SenderTier(pods, hpaSyncPeriodSeconds));
        double blockedCallers = shareOfCapacityEventsPerSecond * sender.window().blockedCallersSeconds();
        this.retryRoom =
                new FifoRoom(sender.window().simulatedSeconds(), sender.bufferedEventsLimit() + blockedCallers);
    }

    Sender sender() {
        return sender;
    }

    Optional<SenderTier> tier() {
        return tier;
    }

    FifoRoom retryRoom() {
        return retryRoom;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    double offeredPerSecond() {
        return offeredPerSecond;
    }

    double offeredEvents() {
        return offeredEvents;
    }

    /** Load step and pods that are due; rates follow later. */
    void applyDue(double nowSeconds) {
        while (step < load.size() && load.get(step).toSeconds() <= nowSeconds + Simulation.INSTANT_SECONDS) {
            step++;
        }
        offeredPerSecond = step < load.size() ? load.get(step).eventsPerSecond() : 0;
        tier.ifPresent(pods -> pods.applyDue(nowSeconds));
    }

    void settlePods(double nowSeconds) {
        tier.ifPresent(pods -> pods.settle(nowSeconds, offeredPerSecond));
    }

    /** What the pods pass on to the client each second. */
    double sentPerSecond() {
        return tier.isPresent() ? tier.get().room().rates().served() : offeredPerSecond;
    }

    double demand() {
        return retryRoom.demand(sentPerSecond());
    }

    void settleRetries(double nowSeconds, double admittedPerSecond) {
        retryRoom.settle(nowSeconds, sentPerSecond(), admittedPerSecond);
    }

    double nextChangeSeconds(double nowSeconds) {
        double nextLoad = step < load.size() ? load.get(step).toSeconds() : Double.POSITIVE_INFINITY;
        double nextPods = tier.isPresent() ? tier.get().nextChangeSeconds(nowSeconds) : Double.POSITIVE_INFINITY;
        return Math.min(Math.min(nextLoad, nextPods), nowSeconds + retryRoom.secondsToChange(nowSeconds));
    }

    void advance(double fromSeconds, double toSeconds) {
        offeredEvents += offeredPerSecond * (toSeconds - fromSeconds);
        sent.clear();
        List<Parcel> offered =
                offeredPerSecond == 0 ? List.of() : List.of(Parcel.offered(offeredPerSecond, fromSeconds, toSeconds));
        tier.ifPresentOrElse(
                pods -> pods.room().advance(fromSeconds, toSeconds, offered, this::send), () -> sent.addAll(offered));
        retryRoom.advance(fromSeconds, toSeconds, sent, deliveries);
    }

    double waitingEvents() {
        return tier.isPresent() ? tier.get().room().content() + retryRoom.content() : retryRoom.content();
    }

    boolean isEmpty() {
        return retryRoom.isEmpty() && (tier.isEmpty() || tier.get().room().isEmpty());
    }

    double lostInPods() {
        return tier.isPresent() ? tier.get().room().lostEvents() : 0;
    }

    double lostEvents() {
        return lostInPods() + retryRoom.lostEvents();
    }

    boolean losesEvents() {
        return lostPerSecond() > 0;
    }

    /** What is given up each second, in the pods and at the door. */
    double lostPerSecond() {
        double inPods = tier.isPresent() ? tier.get().room().rates().lost() : 0;
        return inPods + retryRoom.rates().lost();
    }

    int readyPods() {
        return tier.isPresent() ? tier.get().readyPods() : 0;
    }

    private void send(Parcel parcel, double eventsPerSecond, double fromSeconds, double toSeconds) {
        sent.add(new Parcel(
                eventsPerSecond, fromSeconds, toSeconds, parcel.offeredFromSeconds(), parcel.offeredToSeconds()));
    }
}
