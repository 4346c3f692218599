package dev.spillway.loss;

import java.util.List;

/**
 * What one sender brought to the broker's door in a run of the solver, before any refusal.
 *
 * @param parcels in the order of time, without any of rate zero
 * @param links how many links it sends over, over time
 */
record DoorArrivals(Sender sender, List<Parcel> parcels, StepCurve links) {
    DoorArrivals {
        parcels = List.copyOf(parcels);
    }

    double events() {
        return parcels.stream().mapToDouble(Parcel::events).sum();
    }
}
