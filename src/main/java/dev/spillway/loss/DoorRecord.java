package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes down what some senders bring to the door, and what capacity the others leave them: all that a simulation send by send
 * needs to know of the rest of the pipeline.
 */
final class DoorRecord implements DoorWatch {
    private final List<Integer> watched;
    private final List<List<Parcel>> parcels;
    private final List<StepCurve> links;
    private final StepCurve capacity = new StepCurve();
    private final List<double[]> waitingElsewhere = new ArrayList<>();

    DoorRecord(List<Integer> watched) {
        this.watched = List.copyOf(watched);
        this.parcels =
                watched.stream().<List<Parcel>>map(lane -> new ArrayList<>()).toList();
        this.links = watched.stream().map(lane -> new StepCurve()).toList();
    }

    /** What arrived, with the senders as they are declared. */
    List<DoorArrivals> arrivals(List<Sender> senders) {
        return IntStream.range(0, watched.size())
                .mapToObj(i -> new DoorArrivals(senders.get(watched.get(i)), parcels.get(i), links.get(i)))
                .toList();
    }

    /** What the broker could take in from the watched senders together. */
    StepCurve capacity() {
        return capacity;
    }

    /** Events waiting anywhere but at the door of the watched senders: moments and volumes, straight in between. */
    List<double[]> waitingElsewhere() {
        return waitingElsewhere;
    }

    @Override
    public void settled(double nowSeconds, List<SenderLane> lanes, double namespaceEventsPerSecond) {
        double left = namespaceEventsPerSecond;
        double waiting = 0;
        for (int i = 0; i < lanes.size(); i++) {
            SenderLane lane = lanes.get(i);
            waiting += lane.waitingEvents();
            if (watched.contains(i)) {
                waiting -= lane.waitingAtDoor();
            } else {
                left -= lane.acceptedPerSecond();
            }
        }
        capacity.note(nowSeconds, Math.max(0, left));
        waitingElsewhere.add(new double[] {nowSeconds, waiting});
        for (int i = 0; i < watched.size(); i++) {
            SenderLane lane = lanes.get(watched.get(i));
            links.get(i).note(nowSeconds, lane.sender().sending().links(lane.readyPods()));
        }
    }

    @Override
    public void advanced(List<SenderLane> lanes) {
        for (int i = 0; i < watched.size(); i++) {
            List<Parcel> soFar = parcels.get(i);
            for (Parcel parcel : lanes.get(watched.get(i)).sentLast()) {
                if (parcel.events() > 0) {
                    join(soFar, parcel);
                }
            }
        }
    }

    private static void join(List<Parcel> soFar, Parcel parcel) {
        int last = soFar.size() - 1;
        if (last >= 0 && soFar.get(last).isContinuedBy(parcel)) {
            soFar.set(last, soFar.get(last).joinedBy(parcel));
        } else {
            soFar.add(parcel);
        }
    }
}
