package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;

/**
 * When the events of one kind of partitions were accepted and offered, for each sender: what turns the wait in a log into a
 * delay from the first offer. Logs keep the order of acceptance, so one such memory serves all logs of the kind.
 */
final class AdmittedEvents {
    private final List<List<Parcel>> bySender = new ArrayList<>();
    private final List<List<Parcel>> fresh = new ArrayList<>();

    AdmittedEvents(int senders) {
        for (int i = 0; i < senders; i++) {
            bySender.add(new ArrayList<>());
            fresh.add(new ArrayList<>());
        }
    }

    /** Takes events of the current step; they are remembered only if {@link #rememberFresh} follows. */
    void take(int sender, Parcel events) {
        fresh.get(sender).add(events);
    }

    /** Delivers a share of the events of the current step at the moment of their acceptance. */
    void deliverFresh(double share, DelayDistribution delays) {
        for (List<Parcel> events : fresh) {
            for (Parcel parcel : events) {
                delays.add(
                        share * parcel.events(),
                        parcel.enteredFromSeconds() - parcel.offeredFromSeconds(),
                        parcel.enteredToSeconds() - parcel.offeredToSeconds());
            }
        }
    }

    void rememberFresh() {
        for (int sender = 0; sender < fresh.size(); sender++) {
            List<Parcel> memory = bySender.get(sender);
            for (Parcel parcel : fresh.get(sender)) {
                remember(parcel, memory);
            }
            fresh.get(sender).clear();
        }
    }

    /** Nothing waits in any log, so nothing will be asked for. */
    void forgetAll() {
        for (int sender = 0; sender < fresh.size(); sender++) {
            bySender.get(sender).clear();
            fresh.get(sender).clear();
        }
    }

    /**
     * Delivers events that leave a log between two moments.
     *
     * @param logged when they entered the log
     * @param events how many they are
     */
    void deliver(Parcel logged, double fromSeconds, double toSeconds, double events, DelayDistribution delays) {
        if (events <= 0) {
            return;
        }
        double all = volume(logged);
        if (all <= 0) {
            return;
        }
        double stretch = (toSeconds - fromSeconds) / logged.seconds();
        for (List<Parcel> memory : bySender) {
            for (int i = firstAfter(memory, logged.enteredFromSeconds()); i < memory.size(); i++) {
                Parcel piece = memory.get(i);
                double from = Math.max(piece.enteredFromSeconds(), logged.enteredFromSeconds());
                double to = Math.min(piece.enteredToSeconds(), logged.enteredToSeconds());
                if (from >= logged.enteredToSeconds()) {
                    break;
                }
                double leftFrom = fromSeconds + (from - logged.enteredFromSeconds()) * stretch;
                double leftTo = fromSeconds + (to - logged.enteredFromSeconds()) * stretch;
                delays.add(
                        events * piece.eventsPerSecond() * (to - from) / all,
                        leftFrom - piece.offeredAtEntry(from),
                        leftTo - piece.offeredAtEntry(to));
            }
        }
    }

    private double volume(Parcel logged) {
        double volume = 0;
        for (List<Parcel> memory : bySender) {
            for (int i = firstAfter(memory, logged.enteredFromSeconds()); i < memory.size(); i++) {
                Parcel piece = memory.get(i);
                if (piece.enteredFromSeconds() >= logged.enteredToSeconds()) {
                    break;
                }
                double from = Math.max(piece.enteredFromSeconds(), logged.enteredFromSeconds());
                volume += piece.eventsPerSecond()
                        * (Math.min(piece.enteredToSeconds(), logged.enteredToSeconds()) - from);
            }
        }
        return volume;
    }

    /** The first piece that ends after a moment. */
    private static int firstAfter(List<Parcel> memory, double seconds) {
        int low = 0;
        int high = memory.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (memory.get(middle).enteredToSeconds() <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void remember(Parcel parcel, List<Parcel> memory) {
        Parcel last = memory.isEmpty() ? null : memory.get(memory.size() - 1);
        if (last != null && last.isContinuedBy(parcel)) {
            memory.set(memory.size() - 1, last.joinedBy(parcel));
        } else {
            memory.add(parcel);
        }
    }
}
