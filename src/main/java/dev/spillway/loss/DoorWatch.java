package dev.spillway.loss;

import java.util.List;

/** Looks on while the solver runs: what reaches the broker's door, and what the broker could take in. */
interface DoorWatch {
    /** Sees nothing. */
    DoorWatch NONE = new DoorWatch() {};

    /** All rates are settled until the next change. */
    default void settled(double nowSeconds, List<SenderLane> lanes, double namespaceEventsPerSecond) {}

    /** The rates have worked; each lane still knows what it sent meanwhile. */
    default void advanced(List<SenderLane> lanes) {}
}
