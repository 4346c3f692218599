package dev.spillway.loss;

/** Where a room's events go when they are served. */
@FunctionalInterface
interface Exit {
    /** Takes a parcel that leaves between two moments; only {@code eventsPerSecond} of it were served, the rest had expired. */
    void leaves(Parcel parcel, double eventsPerSecond, double fromSeconds, double toSeconds);
}
