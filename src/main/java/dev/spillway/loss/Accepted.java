package dev.spillway.loss;

/** Takes what the broker accepts. */
@FunctionalInterface
interface Accepted {
    /**
     * Takes events of one sender.
     *
     * @param kind which partitions they go to
     * @param events their rate over all partitions of the kind, when they were accepted, and when they were offered
     */
    void take(int kind, int sender, Parcel events);
}
