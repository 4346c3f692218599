package dev.spillway.loss;

import java.util.ArrayDeque;
import java.util.List;

/**
 * A first-in, first-out waiting room, fluid and exact: it serves at a limit, gives up its head at a certain age, and turns
 * away what does not fit. Between two changes all its rates are constant.
 */
final class FifoRoom {
    private static final double DUST_EVENTS = 1e-9;

    private final double patienceSeconds;
    private final ArrayDeque<Parcel> waiting = new ArrayDeque<>();
    private double limitEvents;
    private double content;
    private RoomRates rates = RoomRates.NONE;
    private double servedEvents;
    private double expiredEvents;
    private double overflowEvents;
    private double peakEvents;

    FifoRoom(double patienceSeconds, double limitEvents) {
        this.patienceSeconds = patienceSeconds;
        this.limitEvents = limitEvents;
    }

    double content() {
        return content;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    RoomRates rates() {
        return rates;
    }

    double servedEvents() {
        return servedEvents;
    }

    double expiredEvents() {
        return expiredEvents;
    }

    double overflowEvents() {
        return overflowEvents;
    }

    double lostEvents() {
        return expiredEvents + overflowEvents;
    }

    double peakEvents() {
        return peakEvents;
    }

    void limitTo(double events) {
        limitEvents = events;
    }

    /** A room of its own with the same events waiting; its counters begin at zero. */
    FifoRoom copy() {
        var copy = new FifoRoom(patienceSeconds, limitEvents);
        copy.waiting.addAll(waiting);
        copy.content = content;
        copy.rates = rates;
        return copy;
    }

    /** When the head entered; now where nothing waits. */
    double headEnteredSeconds(double nowSeconds) {
        return isEmpty() ? nowSeconds : waiting.getFirst().enteredFromSeconds();
    }

    /** Takes out whatever entered after that moment, and answers how much it was. */
    double removeEnteredAfter(double seconds) {
        double before = content;
        while (!isEmpty() && waiting.getLast().enteredToSeconds() > seconds) {
            Parcel last = waiting.removeLast();
            content -= last.events();
            if (last.enteredFromSeconds() < seconds) {
                Parcel kept = last.until((seconds - last.enteredFromSeconds()) / last.seconds());
                waiting.addLast(kept);
                content += kept.events();
                break;
            }
        }
        if (isEmpty()) {
            content = 0;
        }
        return before - content;
    }

    /** What the room would take if nobody limited it: everything at once while something is waiting. */
    double demand(double arriving) {
        return isEmpty() ? arriving : Double.POSITIVE_INFINITY;
    }

    /** Fixes all rates until the next change. */
    void settle(double nowSeconds, double arriving, double serviceLimit) {
        rates = letsNothingWait()
                ? passing(arriving, Math.min(arriving, serviceLimit))
                : holding(nowSeconds, arriving, serviceLimit);
    }

    /** Time until this room's own rates change, if nothing around it does. */
    double secondsToChange(double nowSeconds) {
        if (passesThrough()) {
            return Double.POSITIVE_INFINITY;
        }
        double next = Double.POSITIVE_INFINITY;
        double net = rates.net();
        if (net < 0) {
            next = content / -net;
        } else if (net > 0) {
            next = (limitEvents - content) / net;
        }
        return Math.min(next, secondsToAgeChange(nowSeconds));
    }

    /** Lets the rates work from one moment to another; whatever is served goes to the exit in order. */
    void advance(double fromSeconds, double toSeconds, List<Parcel> arriving, Exit exit) {
        overflowEvents += rates.overflowing() * (toSeconds - fromSeconds);
        if (passesThrough()) {
            pass(toSeconds - fromSeconds, arriving, exit);
        } else {
            for (Parcel parcel : arriving) {
                enter(parcel);
            }
            leave(fromSeconds, toSeconds, exit);
        }
        peakEvents = Math.max(peakEvents, content);
    }

    private boolean letsNothingWait() {
        return patienceSeconds == 0 || limitEvents == 0;
    }

    private RoomRates passing(double arriving, double served) {
        double refused = arriving - served;
        return patienceSeconds == 0
                ? new RoomRates(arriving, arriving, served, refused, 0)
                : new RoomRates(arriving, served, served, 0, refused);
    }

    private RoomRates holding(double nowSeconds, double arriving, double serviceLimit) {
        double served = isEmpty() ? Math.min(arriving, serviceLimit) : serviceLimit;
        double expired =
                headIsTooOld(nowSeconds) ? Math.max(0, waiting.getFirst().eventsPerSecond() - served) : 0;
        double accepted = isFull(arriving) ? Math.min(arriving, served + expired) : arriving;
        return new RoomRates(arriving, accepted, served, expired, arriving - accepted);
    }

    private boolean headIsTooOld(double nowSeconds) {
        return !isEmpty() && headAge(nowSeconds) >= patienceSeconds - Simulation.INSTANT_SECONDS;
    }

    private double headAge(double nowSeconds) {
        return nowSeconds - waiting.getFirst().enteredFromSeconds();
    }

    private boolean isFull(double arriving) {
        return content >= limitEvents - dust(arriving);
    }

    private double secondsToAgeChange(double nowSeconds) {
        if (Double.isInfinite(patienceSeconds)) {
            return Double.POSITIVE_INFINITY;
        }
        if (rates.expired() > 0) {
            return headIsStillGrowing(nowSeconds)
                    ? Double.POSITIVE_INFINITY
                    : waiting.getFirst().seconds();
        }
        double exact = Math.min(secondsToNextHead(nowSeconds), secondsToPatience(nowSeconds));
        return Math.max(exact, patienceSeconds - (isEmpty() ? 0 : headAge(nowSeconds)));
    }

    private double secondsToNextHead(double nowSeconds) {
        boolean staysHead = headIsStillGrowing(nowSeconds) || rates.served() == 0;
        return staysHead ? Double.POSITIVE_INFINITY : waiting.getFirst().events() / rates.served();
    }

    private double secondsToPatience(double nowSeconds) {
        double entered = isEmpty() ? rates.accepted() : waiting.getFirst().eventsPerSecond();
        double age = isEmpty() ? 0 : headAge(nowSeconds);
        return rates.served() >= entered
                ? Double.POSITIVE_INFINITY
                : (patienceSeconds - age) / (1 - rates.served() / entered);
    }

    /** The head is what is arriving right now, so no younger parcel stands behind it. */
    private boolean headIsStillGrowing(double nowSeconds) {
        if (isEmpty()) {
            return true;
        }
        Parcel head = waiting.getFirst();
        return waiting.size() == 1
                && head.hasRate(rates.accepted())
                && head.enteredToSeconds() >= nowSeconds - Simulation.INSTANT_SECONDS;
    }

    private boolean passesThrough() {
        return letsNothingWait() || (isEmpty() && rates.served() >= rates.accepted());
    }

    private void pass(double seconds, List<Parcel> arriving, Exit exit) {
        servedEvents += rates.served() * seconds;
        expiredEvents += rates.expired() * seconds;
        for (Parcel parcel : arriving) {
            exit.leaves(parcel, rates.served(), parcel.enteredFromSeconds(), parcel.enteredToSeconds());
        }
    }

    private void enter(Parcel arriving) {
        if (rates.accepted() == 0 || arriving.seconds() <= 0) {
            return;
        }
        Parcel parcel = arriving.atRate(rates.accepted());
        content += parcel.events();
        Parcel last = waiting.peekLast();
        if (last != null && last.isContinuedBy(parcel)) {
            waiting.removeLast();
            waiting.addLast(last.joinedBy(parcel));
        } else {
            waiting.addLast(parcel);
        }
    }

    private void leave(double fromSeconds, double toSeconds, Exit exit) {
        if (rates.leaving() == 0 || isEmpty()) {
            return;
        }
        double dust = dust(rates.leaving());
        double due = rates.leaving() * (toSeconds - fromSeconds);
        double toLeave = content - due <= dust ? Double.POSITIVE_INFINITY : due;
        double clock = fromSeconds;
        do {
            Parcel out = takeHead(toLeave, dust);
            double leftSeconds = Math.min(toSeconds, clock + out.events() / rates.leaving());
            exit.leaves(out, rates.served(), clock, leftSeconds);
            account(out.events());
            toLeave -= out.events();
            clock = leftSeconds;
        } while (toLeave > dust && !isEmpty());
        if (isEmpty()) {
            content = 0;
        }
    }

    private Parcel takeHead(double events, double dust) {
        Parcel head = waiting.removeFirst();
        if (head.events() <= events + dust) {
            return head;
        }
        double share = events / head.events();
        waiting.addFirst(head.after(share));
        return head.until(share);
    }

    private void account(double events) {
        servedEvents += events * rates.served() / rates.leaving();
        expiredEvents += events * rates.expired() / rates.leaving();
        content -= events;
    }

    /** What a rate moves within one instant: too little to be told from a rounding error. */
    private static double dust(double eventsPerSecond) {
        return eventsPerSecond * Simulation.INSTANT_SECONDS + DUST_EVENTS;
    }
}
