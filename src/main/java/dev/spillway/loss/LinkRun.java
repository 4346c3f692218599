package dev.spillway.loss;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One seeded run of clients that retry every send on its own: a flow while the broker takes everything, send by send from the
 * first refusal until the last send is accepted or given up.
 */
final class LinkRun {
    private static final int DAYS_PER_SAMPLE = 1_000;

    private final Gate gate;
    private final double lastSecond;
    private final LinkClient[] clients;
    private final ArrivalCursor[] cursors;
    private final StepCurve.Cursor[] links;
    private final LinkLedger ledger;
    private final LinkSends sends;
    private final double mostRefusals;
    private double throttleSeconds;
    private double endSeconds;

    private LinkRun(
            List<DoorArrivals> arrivals,
            DoorLimits limits,
            double eventsPerSendAtLeast,
            long seed,
            double mostRefusals) {
        this.mostRefusals = mostRefusals;
        RandomGenerator random = new SplittableRandom(seed);
        this.gate = new Gate(
                limits.capacity(),
                limits.kinds(),
                limits.partitionEventsPerSecond(),
                arrivals.get(0).sender().sending().bucketDepthSeconds());
        this.lastSecond = limits.lastSecond();
        this.clients = arrivals.stream().map(LinkRun::client).toArray(LinkClient[]::new);
        this.cursors = arrivals.stream()
                .map(one -> new ArrivalCursor(
                        one,
                        Math.max(eventsPerSendAtLeast, one.sender().sending().eventsPerSend()),
                        random))
                .toArray(ArrivalCursor[]::new);
        this.links = arrivals.stream().map(one -> one.links().cursor()).toArray(StepCurve.Cursor[]::new);
        this.ledger = new LinkLedger(arrivals);
        this.sends = new LinkSends(clients, gate, random, ledger);
    }

    /**
     * Runs to the end, or until it was too much work.
     *
     * @param eventsPerSendAtLeast several events in one send, to keep a very large load quick
     * @param mostRefusals after so many the run stops and is {@link #unfinished()}
     */
    static LinkRun of(
            List<DoorArrivals> arrivals,
            DoorLimits limits,
            double eventsPerSendAtLeast,
            long seed,
            double mostRefusals) {
        var run = new LinkRun(arrivals, limits, eventsPerSendAtLeast, seed, mostRefusals);
        double now = 0;
        while (Double.isFinite(now)) {
            now = run.flow(now);
            if (Double.isFinite(now)) {
                now = run.sendBySend(now);
            }
        }
        return run;
    }

    /** The broker refused more often than the run was allowed to follow. */
    boolean unfinished() {
        return sends.refusals() > mostRefusals;
    }

    LinkLedger ledger() {
        return ledger;
    }

    double throttleSeconds() {
        return throttleSeconds;
    }

    /** When the last send was decided; zero if none was ever refused. */
    double endSeconds() {
        return endSeconds;
    }

    private static LinkClient client(DoorArrivals one) {
        RetryPolicy policy = one.sender().window().policy().orElseThrow();
        return new LinkClient(LinkWaits.of(policy), one.sender().sending().answerSeconds());
    }

    /** Everything is let in until the bucket is empty; answers when that is, or infinity if it never happens again. */
    private double flow(double fromSeconds) {
        double now = fromSeconds;
        while (true) {
            double rate = rateAt(now);
            double next = nextChangeSeconds(now);
            if (rate == 0 && Double.isInfinite(next)) {
                return next;
            }
            double emptyAt = now + gate.secondsOfFlow(rate);
            double until = Math.min(next, emptyAt);
            for (int i = 0; i < cursors.length; i++) {
                cursors[i].flowTo(until, ledger.flowOf(i));
            }
            gate.flow(rate, until);
            if (emptyAt <= next) {
                return emptyAt;
            }
            now = until;
        }
    }

    private double sendBySend(double beganSeconds) {
        for (ArrivalCursor cursor : cursors) {
            cursor.beginSends();
        }
        ledger.beginAt(beganSeconds);
        for (long day = 0; ; day++) {
            double dayEnds = (day + 1) * CalendarQueue.DAY_SECONDS;
            if (day % DAYS_PER_SAMPLE == 0) {
                ledger.sample(beganSeconds + day * CalendarQueue.DAY_SECONDS);
            }
            long refusals = sends.refusals();
            int repeats = sends.takeDay(day);
            for (int place = 0; place < repeats; place++) {
                sendWhatCame(beganSeconds, sends.dueToday(place));
                gate.advanceTo(beganSeconds + sends.dueToday(place));
                sends.repeat(place);
            }
            sendWhatCame(beganSeconds, dayEnds);
            double now = beganSeconds + dayEnds;
            boolean quiet = sends.isEmpty() && !gate.overflows(rateAt(now));
            throttleSeconds += quiet && sends.refusals() == refusals ? 0 : CalendarQueue.DAY_SECONDS;
            if (unfinished()) {
                return Double.POSITIVE_INFINITY;
            }
            if (now >= lastSecond || quiet) {
                endSeconds = now;
                ledger.sample(now);
                gate.advanceTo(now);
                return now >= lastSecond ? Double.POSITIVE_INFINITY : now;
            }
        }
    }

    /** Sends whatever comes before a moment of the stretch that began then. */
    private void sendWhatCame(double beganSeconds, double beforeSeconds) {
        for (int i = 0; i < cursors.length; i++) {
            for (double at = cursors[i].nextSendSeconds(); at < beganSeconds + beforeSeconds; ) {
                int count = Math.max(1, (int) links[i].valueAt(at));
                double age = cursors[i].ageOfNextSendSeconds();
                gate.advanceTo(at);
                sends.send(i, clients[i].nextLink(count), cursors[i].takeSend(), age, at - beganSeconds);
                at = cursors[i].nextSendSeconds();
            }
        }
    }

    private double rateAt(double now) {
        double rate = 0;
        for (ArrivalCursor cursor : cursors) {
            rate += cursor.rateAt(now);
        }
        return rate;
    }

    private double nextChangeSeconds(double now) {
        double next = gate.nextChangeSeconds();
        for (ArrivalCursor cursor : cursors) {
            next = Math.min(next, cursor.nextChangeSeconds(now));
        }
        return next;
    }
}
