package dev.spillway.loss;

/** What happens in a room each second until the next change, in events. */
record RoomRates(double arriving, double accepted, double served, double expired, double overflowing) {
    static final RoomRates NONE = new RoomRates(0, 0, 0, 0, 0);

    double leaving() {
        return served + expired;
    }

    /** Growth of the content; negative while it shrinks. */
    double net() {
        return accepted - leaving();
    }

    double lost() {
        return expired + overflowing;
    }

    boolean losesEvents() {
        return lost() > 0;
    }
}
