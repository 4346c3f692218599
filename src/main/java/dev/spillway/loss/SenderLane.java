package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One sender on its way to the namespace: its load, its pods if they limit it, and for each kind of partition the room where
 * refused events wait.
 */
final class SenderLane {
    private final Sender sender;
    private final int number;
    private final List<PartitionKind> kinds;
    private final List<RateStep> load;
    private final Optional<SenderTier> tier;
    private final Optional<OneAtATime> pace;
    private final FifoRoom[] rooms;
    private final DoorWaits waits = new DoorWaits();
    private final List<Parcel> sent = new ArrayList<>();
    private int step;
    private double offeredPerSecond;
    private double offeredEvents;
    private double peakAtDoor;
    private double reportedAtDoor;

    SenderLane(
            Sender sender,
            int number,
            List<PartitionKind> kinds,
            double shareOfCapacityEventsPerSecond,
            double hpaSyncPeriodSeconds) {
        this.sender = sender;
        this.number = number;
        this.kinds = kinds;
        this.load = sender.load().steps();
        this.tier = sender.pods().map(pods -> new SenderTier(pods, hpaSyncPeriodSeconds));
        this.pace = OneAtATime.of(sender);
        this.rooms = kinds.stream()
                .map(kind -> room(kind, shareOfCapacityEventsPerSecond))
                .toArray(FifoRoom[]::new);
    }

    private FifoRoom room(PartitionKind kind, double capacityEventsPerSecond) {
        RetryWindow window = sender.window();
        double share = kind.trafficShare();
        if (pace.isPresent()) {
            return sender.sending().manner() == Sending.Manner.BUFFERED
                    ? new FifoRoom(bufferedPatience(pace.get(), capacityEventsPerSecond), Double.POSITIVE_INFINITY)
                    : new FifoRoom(Double.POSITIVE_INFINITY, share == 0 ? 0 : sender.bufferedEventsLimit() * share);
        }
        double limit = sender.bufferedEventsLimit() + capacityEventsPerSecond * window.blockedCallersSeconds();
        double onTheWire = window.kafka().map(KafkaSends::eventsOnTheWire).orElse(0.0);
        double wireSeconds = onTheWire == 0 ? 0 : onTheWire / capacityEventsPerSecond;
        return new FifoRoom(window.simulatedSeconds() + wireSeconds, share == 0 ? 0 : limit * share);
    }

    /** Callers wait for a place as long as a send is retried; then the event waits until the buffer before it is sent. */
    private double bufferedPatience(OneAtATime slow, double capacityEventsPerSecond) {
        int links = sender.sending().links(1);
        return sender.window().guaranteedSeconds()
                + sender.bufferedEventsLimit() / slow.throttledEventsPerSecond(capacityEventsPerSecond, links);
    }

    Sender sender() {
        return sender;
    }

    Optional<SenderTier> tier() {
        return tier;
    }

    DoorWaits waits() {
        return waits;
    }

    double offeredPerSecond() {
        return offeredPerSecond;
    }

    double offeredEvents() {
        return offeredEvents;
    }

    int readyPods() {
        return tier.isPresent() ? tier.get().pods().readyPods() : 0;
    }

    void applyLoad(double nowSeconds) {
        while (step < load.size() && load.get(step).toSeconds() <= nowSeconds + Simulation.INSTANT_SECONDS) {
            step++;
        }
        offeredPerSecond = step < load.size() ? load.get(step).eventsPerSecond() : 0;
    }

    void applyReadyPods(double nowSeconds) {
        if (tier.isPresent()) {
            tier.get().pods().countReady(nowSeconds);
        }
    }

    void applyScaling(double nowSeconds) {
        if (tier.isPresent()) {
            tier.get().pods().scaleIfDue(nowSeconds, 0);
        }
    }

    double nextSyncSeconds() {
        return tier.isPresent() ? tier.get().pods().nextSyncSeconds() : Double.POSITIVE_INFINITY;
    }

    /** Whether the autoscaler of its pods, if it is due then, wants other pods. */
    boolean wantsOtherPods(double atSeconds) {
        return tier.isPresent() && tier.get().pods().wantsOtherPods(atSeconds, 0);
    }

    void settlePods(double nowSeconds) {
        if (tier.isPresent()) {
            tier.get().settle(nowSeconds, offeredPerSecond);
        }
    }

    /** What would be accepted for that kind of partitions if nothing limited it. */
    double demand(int kind) {
        return rooms[kind].demand(arrivingPerSecond(kind));
    }

    void settleRoom(double nowSeconds, int kind, double admittedPerSecond, double namespaceEventsPerSecond) {
        double arriving = arrivingPerSecond(kind);
        boolean refused = !rooms[kind].isEmpty() || arriving > admittedPerSecond;
        double limit = pace.isPresent() && refused
                ? Math.min(admittedPerSecond, pacePerSecond(pace.get(), kind, namespaceEventsPerSecond))
                : admittedPerSecond;
        rooms[kind].settle(nowSeconds, arriving, limit);
    }

    private double pacePerSecond(OneAtATime slow, int kind, double namespaceEventsPerSecond) {
        int links = sender.sending().links(readyPods());
        return kinds.get(kind).trafficShare() * slow.throttledEventsPerSecond(namespaceEventsPerSecond, links);
    }

    /** What is accepted for that kind of partitions each second. */
    double acceptedPerSecond(int kind) {
        return rooms[kind].rates().served();
    }

    double acceptedPerSecond() {
        double accepted = 0;
        for (FifoRoom room : rooms) {
            accepted += room.rates().served();
        }
        return accepted;
    }

    double nextChangeSeconds(double nowSeconds) {
        double next = step < load.size() ? load.get(step).toSeconds() : Double.POSITIVE_INFINITY;
        if (tier.isPresent()) {
            next = Math.min(next, tier.get().nextChangeSeconds(nowSeconds));
        }
        for (FifoRoom room : rooms) {
            next = Math.min(next, nowSeconds + room.secondsToChange(nowSeconds));
        }
        return next;
    }

    void advance(double fromSeconds, double toSeconds, Accepted accepted) {
        offeredEvents += offeredPerSecond * (toSeconds - fromSeconds);
        reportedAtDoor += reportedPerSecond() * (toSeconds - fromSeconds);
        sent.clear();
        if (tier.isPresent()) {
            List<Parcel> offered = offeredPerSecond == 0
                    ? List.of()
                    : List.of(Parcel.offered(offeredPerSecond, fromSeconds, toSeconds));
            tier.get().room().advance(fromSeconds, toSeconds, offered, this::send);
        } else if (offeredPerSecond > 0) {
            sent.add(Parcel.offered(offeredPerSecond, fromSeconds, toSeconds));
        }
        for (int kind = 0; kind < rooms.length; kind++) {
            int target = kind;
            rooms[kind].advance(
                    fromSeconds,
                    toSeconds,
                    sent,
                    (parcel, eventsPerSecond, from, to) -> enter(parcel, eventsPerSecond, from, to, target, accepted));
        }
        peakAtDoor = Math.max(peakAtDoor, waitingAtDoor());
    }

    /** What reached the door between the last two moments. */
    List<Parcel> sentLast() {
        return sent;
    }

    double waitingInPods() {
        return tier.isPresent() ? tier.get().room().content() : 0;
    }

    double waitingAtDoor() {
        double waiting = 0;
        for (FifoRoom room : rooms) {
            waiting += room.content();
        }
        return waiting;
    }

    boolean hasWaitingAtDoor() {
        for (FifoRoom room : rooms) {
            if (!room.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    double peakAtDoor() {
        return peakAtDoor;
    }

    double waitingEvents() {
        return waitingAtDoor() + waitingInPods();
    }

    boolean isEmpty() {
        if (hasWaitingAtDoor()) {
            return false;
        }
        return tier.isEmpty() || tier.get().room().isEmpty();
    }

    /** Some event waits at the door, or is refused there for good. */
    boolean isThrottled() {
        for (FifoRoom room : rooms) {
            if (!room.isEmpty() || room.rates().losesEvents()) {
                return true;
            }
        }
        return false;
    }

    double lostInPods() {
        return tier.isPresent() ? tier.get().room().lostEvents() : 0;
    }

    /** Given up by the retries. */
    double outlivedEvents() {
        double outlived = 0;
        for (FifoRoom room : rooms) {
            outlived += room.expiredEvents();
        }
        return outlived;
    }

    /** Nowhere to wait. */
    double overflowEvents() {
        double overflow = 0;
        for (FifoRoom room : rooms) {
            overflow += room.overflowEvents();
        }
        return overflow;
    }

    double lostEvents() {
        return lostInPods() + outlivedEvents() + overflowEvents();
    }

    double lostPerSecond() {
        double lost = tier.isPresent() ? tier.get().room().rates().lost() : 0;
        for (FifoRoom room : rooms) {
            lost += room.rates().lost();
        }
        return lost;
    }

    /** What the application is told was lost: more than what is, where it may be stored all the same. */
    double reportedLost() {
        return lostInPods() + reportedAtDoor;
    }

    private double reportedPerSecond() {
        boolean storedAllTheSame = sender.window().kafka().isPresent()
                && sender.window().kafka().get().reportsWhatIsStored();
        double reported = 0;
        for (FifoRoom room : rooms) {
            RoomRates rates = room.rates();
            boolean headExpires = storedAllTheSame && rates.expired() > 0;
            reported += headExpires ? rates.leaving() + rates.overflowing() : rates.lost();
        }
        return reported;
    }

    /** What reaches the door each second for that kind of partitions. */
    double arrivingPerSecond(int kind) {
        double all = tier.isPresent() ? tier.get().room().rates().served() : offeredPerSecond;
        return all * kinds.get(kind).trafficShare();
    }

    private void send(Parcel parcel, double eventsPerSecond, double fromSeconds, double toSeconds) {
        sent.add(parcel.leaving(eventsPerSecond, fromSeconds, toSeconds));
    }

    private void enter(
            Parcel parcel, double eventsPerSecond, double fromSeconds, double toSeconds, int kind, Accepted accepted) {
        double events = eventsPerSecond * (toSeconds - fromSeconds);
        if (events <= 0) {
            return;
        }
        waits.note(events, fromSeconds - parcel.enteredFromSeconds(), toSeconds - parcel.enteredToSeconds());
        accepted.take(kind, number, parcel.leaving(eventsPerSecond, fromSeconds, toSeconds));
    }
}
