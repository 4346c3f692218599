package dev.spillway.loss;

import java.util.random.RandomGenerator;

/**
 * Walks along the arrivals of one sender, as a flow while nothing is refused and send by send otherwise. Its place is the
 * volume that has come so far, so that no event is counted twice or never.
 */
final class ArrivalCursor {
    private final Parcel[] parcels;
    private final double[] volumeBefore;
    private final double eventsPerSend;
    private final RandomGenerator random;
    private double place;
    private double nextSendPlace;
    private int placeIndex;
    private int sendIndex;

    ArrivalCursor(DoorArrivals arrivals, double eventsPerSend, RandomGenerator random) {
        this.parcels = arrivals.parcels().toArray(Parcel[]::new);
        this.eventsPerSend = eventsPerSend;
        this.random = random;
        this.volumeBefore = new double[parcels.length + 1];
        for (int i = 0; i < parcels.length; i++) {
            volumeBefore[i + 1] = volumeBefore[i] + parcels[i].events();
        }
    }

    double rateAt(double seconds) {
        int index = indexAt(seconds);
        boolean flowing = index < parcels.length && parcels[index].enteredFromSeconds() <= seconds;
        return flowing ? parcels[index].eventsPerSecond() : 0;
    }

    /** When the rate may change next; infinity once nothing comes any more. */
    double nextChangeSeconds(double seconds) {
        int index = indexAt(seconds);
        if (index == parcels.length) {
            return Double.POSITIVE_INFINITY;
        }
        Parcel parcel = parcels[index];
        return seconds < parcel.enteredFromSeconds() ? parcel.enteredFromSeconds() : parcel.enteredToSeconds();
    }

    /** Hands on what comes as a flow until then. */
    void flowTo(double seconds, Exit exit) {
        while (placeIndex < parcels.length && parcels[placeIndex].enteredFromSeconds() < seconds) {
            Parcel parcel = parcels[placeIndex];
            double before = (place - volumeBefore[placeIndex]) / parcel.events();
            double after = Math.min(1, (seconds - parcel.enteredFromSeconds()) / parcel.seconds());
            if (after > before) {
                Parcel part = parcel.after(before).until((after - before) / (1 - before));
                exit.leaves(part, part.eventsPerSecond(), part.enteredFromSeconds(), part.enteredToSeconds());
                place = Math.max(place, volumeBefore[placeIndex] + after * parcel.events());
            }
            if (after < 1) {
                return;
            }
            place = Math.max(place, volumeBefore[placeIndex + 1]);
            placeIndex++;
        }
    }

    /** From here on events come in sends. */
    void beginSends() {
        sendIndex = placeIndex;
        drawNextSend();
    }

    /** When the next send comes; infinity after the last one. */
    double nextSendSeconds() {
        while (sendIndex < parcels.length && nextSendPlace >= volumeBefore[sendIndex + 1]) {
            sendIndex++;
        }
        if (sendIndex == parcels.length) {
            return Double.POSITIVE_INFINITY;
        }
        return parcels[sendIndex].enteredFromSeconds() + parcels[sendIndex].seconds() * shareOfNextSend();
    }

    /** How long the next send has been on its way to the door. */
    double ageOfNextSendSeconds() {
        Parcel parcel = parcels[sendIndex];
        double offered = parcel.offeredFromSeconds()
                + (parcel.offeredToSeconds() - parcel.offeredFromSeconds()) * shareOfNextSend();
        return Math.max(0, nextSendSeconds() - offered);
    }

    /** Takes the next send and answers how many events it holds: only the very last one may be smaller. */
    double takeSend() {
        double events = Math.min(eventsPerSend, volumeBefore[parcels.length] - place);
        place += events;
        while (placeIndex < parcels.length && place >= volumeBefore[placeIndex + 1]) {
            placeIndex++;
        }
        drawNextSend();
        return events;
    }

    private double shareOfNextSend() {
        return (nextSendPlace - volumeBefore[sendIndex]) / parcels[sendIndex].events();
    }

    /** Somewhere among the events that it holds, so that sends of several senders fall into no common beat. */
    private void drawNextSend() {
        nextSendPlace = place + eventsPerSend * random.nextDouble();
    }

    private int indexAt(double seconds) {
        int index = Math.min(placeIndex, parcels.length);
        while (index < parcels.length && parcels[index].enteredToSeconds() <= seconds) {
            index++;
        }
        return index;
    }
}
