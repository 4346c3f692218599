package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One sender on its way to the namespace: its load, its pods if they limit it, and the room where refused events wait. */
final class SenderLane {
    private final Sender sender;
    private final List<RateStep> load;
    private final Optional<SenderTier> tier;
    private final Optional<OneAtATime> pace;
    private final FifoRoom retryRoom;
    private final Deliveries deliveries = new Deliveries();
    private final List<Parcel> sent = new ArrayList<>();
    private int step;
    private double offeredPerSecond;
    private double offeredEvents;
    private double reportedAtDoor;

    SenderLane(Sender sender, double shareOfCapacityEventsPerSecond, double hpaSyncPeriodSeconds) {
        this.sender = sender;
        this.load = sender.load().steps();
        this.tier = sender.pods().map(pods -> new SenderTier(pods, hpaSyncPeriodSeconds));
        this.pace = OneAtATime.of(sender);
        this.retryRoom = retryRoom(shareOfCapacityEventsPerSecond);
    }

    private FifoRoom retryRoom(double capacityEventsPerSecond) {
        RetryWindow window = sender.window();
        double limit = sender.bufferedEventsLimit();
        if (pace.isPresent()) {
            return sender.sending().manner() == Sending.Manner.BUFFERED
                    ? new FifoRoom(bufferedPatience(pace.get(), capacityEventsPerSecond), Double.POSITIVE_INFINITY)
                    : new FifoRoom(Double.POSITIVE_INFINITY, limit);
        }
        double onTheWire = window.kafka().map(KafkaSends::eventsOnTheWire).orElse(0.0);
        double wireSeconds = onTheWire == 0 ? 0 : onTheWire / capacityEventsPerSecond;
        return new FifoRoom(
                window.simulatedSeconds() + wireSeconds,
                limit + capacityEventsPerSecond * window.blockedCallersSeconds());
    }

    /** Callers wait for a place as long as a send is retried; then the event waits until the buffer before it is sent. */
    private double bufferedPatience(OneAtATime slow, double capacityEventsPerSecond) {
        int links = sender.sending().linksPerNamespace().orElse(1);
        return sender.window().guaranteedSeconds()
                + sender.bufferedEventsLimit() / slow.throttledEventsPerSecond(capacityEventsPerSecond, links);
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

    void settleRetries(double nowSeconds, double admittedPerSecond, double capacityEventsPerSecond) {
        boolean refused = !retryRoom.isEmpty() || sentPerSecond() > admittedPerSecond;
        double limit = pace.isPresent() && refused
                ? Math.min(admittedPerSecond, pacePerSecond(pace.get(), capacityEventsPerSecond))
                : admittedPerSecond;
        retryRoom.settle(nowSeconds, sentPerSecond(), limit);
    }

    private double pacePerSecond(OneAtATime slow, double capacityEventsPerSecond) {
        int links = sender.sending().linksPerNamespace().orElse(Math.max(1, readyPods()));
        return slow.throttledEventsPerSecond(capacityEventsPerSecond, links);
    }

    double nextChangeSeconds(double nowSeconds) {
        double nextLoad = step < load.size() ? load.get(step).toSeconds() : Double.POSITIVE_INFINITY;
        double nextPods = tier.isPresent() ? tier.get().nextChangeSeconds(nowSeconds) : Double.POSITIVE_INFINITY;
        return Math.min(Math.min(nextLoad, nextPods), nowSeconds + retryRoom.secondsToChange(nowSeconds));
    }

    void advance(double fromSeconds, double toSeconds) {
        offeredEvents += offeredPerSecond * (toSeconds - fromSeconds);
        reportedAtDoor += reportedPerSecond() * (toSeconds - fromSeconds);
        sent.clear();
        List<Parcel> offered =
                offeredPerSecond == 0 ? List.of() : List.of(Parcel.offered(offeredPerSecond, fromSeconds, toSeconds));
        tier.ifPresentOrElse(
                pods -> pods.room().advance(fromSeconds, toSeconds, offered, this::send), () -> sent.addAll(offered));
        retryRoom.advance(fromSeconds, toSeconds, sent, deliveries);
    }

    /** What reached the door between the last two moments. */
    List<Parcel> sentLast() {
        return sent;
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

    /** What the application is told was lost: more than what is, where it may be stored all the same. */
    double reportedLost() {
        return lostInPods() + reportedAtDoor;
    }

    private double reportedPerSecond() {
        RoomRates rates = retryRoom.rates();
        boolean storedAllTheSame = rates.expired() > 0
                && sender.window().kafka().isPresent()
                && sender.window().kafka().get().reportsWhatIsStored();
        return storedAllTheSame ? rates.leaving() + rates.overflowing() : rates.lost();
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
