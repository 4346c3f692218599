package dev.spillway.loss;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** What became of all sends of one run: by sender, by delay, and over time. */
final class LinkLedger implements LinkSends.Ledger {
    private static final int FIRST_ROOM = 256;

    private final LinkTally[] tallies;
    private final double[] roomFor;
    private final DelayBuckets delays = new DelayBuckets();
    private final DelayDistribution flowing = new DelayDistribution();
    private final AcceptedCurve[] accepted;
    private double beganSeconds;
    private double waitingEvents;
    private double lostEvents;
    private double mostWaiting;
    private OptionalDouble firstLoss = OptionalDouble.empty();
    private OptionalDouble lastLoss = OptionalDouble.empty();
    private double[] sampledAt = new double[FIRST_ROOM];
    private double[] waitingThen = new double[FIRST_ROOM];
    private double[] lostThen = new double[FIRST_ROOM];
    private int samples;

    LinkLedger(List<DoorArrivals> arrivals) {
        this.tallies = new LinkTally[arrivals.size()];
        Arrays.setAll(tallies, i -> new LinkTally());
        this.accepted = new AcceptedCurve[tallies.length];
        Arrays.setAll(accepted, i -> new AcceptedCurve());
        this.roomFor = arrivals.stream()
                .mapToDouble(one -> one.sender().bufferedEventsLimit())
                .toArray();
    }

    LinkTally tally(int client) {
        return tallies[client];
    }

    /** What was accepted of one sender over time. */
    List<Segment> acceptedOf(int client) {
        return accepted[client].segments();
    }

    double lostEvents() {
        return lostEvents;
    }

    double mostWaiting() {
        return mostWaiting;
    }

    OptionalDouble firstLossAtSeconds() {
        return firstLoss;
    }

    OptionalDouble lastLossAtSeconds() {
        return lastLoss;
    }

    /** The delays of everything that was delivered. */
    DelayDistribution delays() {
        var all = new DelayDistribution();
        all.addAll(flowing);
        delays.addTo(all);
        return all;
    }

    /** Where the events of one sender go while nothing is refused. */
    Exit flowOf(int client) {
        return (parcel, eventsPerSecond, fromSeconds, toSeconds) -> {
            double events = eventsPerSecond * (toSeconds - fromSeconds);
            tallies[client].deliver(events, 0);
            accepted[client].flow(fromSeconds, toSeconds, events);
            flowing.add(events, fromSeconds - parcel.offeredFromSeconds(), toSeconds - parcel.offeredToSeconds());
        };
    }

    /** Moments are counted from here on. */
    void beginAt(double seconds) {
        beganSeconds = seconds;
    }

    /** Notes how many events are waiting and lost. */
    void sample(double seconds) {
        if (samples == sampledAt.length) {
            sampledAt = Arrays.copyOf(sampledAt, 2 * samples);
            waitingThen = Arrays.copyOf(waitingThen, 2 * samples);
            lostThen = Arrays.copyOf(lostThen, 2 * samples);
        }
        sampledAt[samples] = seconds;
        waitingThen[samples] = waitingEvents;
        lostThen[samples] = lostEvents;
        samples++;
    }

    int samples() {
        return samples;
    }

    double sampledAt(int sample) {
        return sampledAt[sample];
    }

    double waitingThen(int sample) {
        return waitingThen[sample];
    }

    double lostThen(int sample) {
        return lostThen[sample];
    }

    @Override
    public void accepted(
            int client, double events, double ageSeconds, double sentAt, double acceptedAt, boolean again) {
        if (again) {
            tallies[client].deliverAgain(events);
            return;
        }
        double waited = acceptedAt - sentAt;
        tallies[client].deliver(events, waited);
        delays.add(events, ageSeconds + waited);
        accepted[client].send(beganSeconds + acceptedAt, events);
        if (acceptedAt > sentAt) {
            endWait(client, events);
        }
    }

    @Override
    public boolean holds(int client, double events, double refusedAt) {
        if (tallies[client].waiting() + events > roomFor[client]) {
            tallies[client].overflow(events);
            lose(events, beganSeconds + refusedAt);
            return false;
        }
        tallies[client].wait(events);
        waitingEvents += events;
        mostWaiting = Math.max(mostWaiting, waitingEvents);
        return true;
    }

    @Override
    public void gaveUp(int client, double events, double sentAt, double gaveUpAt, boolean stored) {
        tallies[client].giveUp(events, stored);
        if (!stored) {
            endWait(client, events);
            lose(events, beganSeconds + gaveUpAt);
        }
    }

    private void endWait(int client, double events) {
        tallies[client].waitNoMore(events);
        waitingEvents -= events;
    }

    private void lose(double events, double atSeconds) {
        lostEvents += events;
        firstLoss = OptionalDouble.of(Math.min(atSeconds, firstLoss.orElse(atSeconds)));
        lastLoss = OptionalDouble.of(Math.max(atSeconds, lastLoss.orElse(atSeconds)));
    }
}
