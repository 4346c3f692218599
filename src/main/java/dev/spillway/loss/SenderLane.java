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
    private final FifoRoom[] rooms;
    private final DoorWaits waits = new DoorWaits();
    private final List<Parcel> sent = new ArrayList<>();
    private int step;
    private double offeredPerSecond;
    private double offeredEvents;
    private double peakAtDoor;

    SenderLane(
            Sender sender,
            int number,
            List<PartitionKind> kinds,
            double shareOfCapacityEventsPerSecond,
            double hpaSyncPeriodSeconds) {
        this.sender = sender;
        this.number = number;
        this.kinds = kinds;
        this.load = RateSteps.of(sender.load());
        this.tier = sender.pods().map(pods -> new SenderTier(pods, hpaSyncPeriodSeconds));
        double blockedCallers = shareOfCapacityEventsPerSecond * sender.window().blockedCallersSeconds();
        double limit = sender.bufferedEventsLimit() + blockedCallers;
        this.rooms = new FifoRoom[kinds.size()];
        for (int kind = 0; kind < rooms.length; kind++) {
            double share = kinds.get(kind).trafficShare();
            rooms[kind] = new FifoRoom(sender.window().simulatedSeconds(), share == 0 ? 0 : limit * share);
        }
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
        tier.ifPresent(pods -> pods.pods().countReady(nowSeconds));
    }

    void applyScaling(double nowSeconds) {
        tier.ifPresent(pods -> pods.pods().scaleIfDue(nowSeconds, 0));
    }

    void settlePods(double nowSeconds) {
        tier.ifPresent(pods -> pods.settle(nowSeconds, offeredPerSecond));
    }

    /** What would be accepted for that kind of partitions if nothing limited it. */
    double demand(int kind) {
        return rooms[kind].demand(sentPerSecond(kind));
    }

    void settleRoom(double nowSeconds, int kind, double admittedPerSecond) {
        rooms[kind].settle(nowSeconds, sentPerSecond(kind), admittedPerSecond);
    }

    /** What is accepted for that kind of partitions each second. */
    double acceptedPerSecond(int kind) {
        return rooms[kind].rates().served();
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
        sent.clear();
        List<Parcel> offered =
                offeredPerSecond == 0 ? List.of() : List.of(Parcel.offered(offeredPerSecond, fromSeconds, toSeconds));
        if (tier.isPresent()) {
            tier.get().room().advance(fromSeconds, toSeconds, offered, this::send);
        } else {
            sent.addAll(offered);
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

    double peakAtDoor() {
        return peakAtDoor;
    }

    double waitingEvents() {
        return waitingAtDoor() + waitingInPods();
    }

    boolean isEmpty() {
        for (FifoRoom room : rooms) {
            if (!room.isEmpty()) {
                return false;
            }
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
        return tier.map(SenderTier::room)
                .map(room -> room.expiredEvents() + room.overflowEvents())
                .orElse(0.0);
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

    private double sentPerSecond(int kind) {
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
