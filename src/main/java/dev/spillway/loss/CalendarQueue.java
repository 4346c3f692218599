package dev.spillway.loss;

import java.util.Arrays;

/**
 * Numbered things that are due at some moment, handed out day by day in the exact order of time: a day is a slot on a wheel,
 * and only what is due on one day is sorted. A million of them cost a fraction of what a heap would ask for.
 */
final class CalendarQueue {
    /** Shorter than any wait, so that nothing is added for a day that is being handed out. */
    static final double DAY_SECONDS = 0.001;

    private static final int SLOTS = 1 << 17;
    private static final int NOBODY = -1;

    private final int[] first = new int[SLOTS];
    private int[] next = new int[SLOTS];
    private double[] due = new double[SLOTS];
    private int[] today = new int[16];
    private int todayCount;
    private int size;

    CalendarQueue() {
        Arrays.fill(first, NOBODY);
    }

    boolean isEmpty() {
        return size == 0;
    }

    static long dayOf(double seconds) {
        return (long) (seconds / DAY_SECONDS);
    }

    /** Has that one handed out on a later day. */
    void add(int id, double atSeconds) {
        if (id >= next.length) {
            next = Arrays.copyOf(next, 2 * id);
            due = Arrays.copyOf(due, 2 * id);
        }
        due[id] = atSeconds;
        link(id);
        size++;
    }

    /** Takes out everything that is due on one day, and answers how much; days must be asked for one after the other. */
    int takeDay(long day) {
        int slot = (int) (day & (SLOTS - 1));
        int id = first[slot];
        first[slot] = NOBODY;
        todayCount = 0;
        while (id != NOBODY) {
            int following = next[id];
            if (dayOf(due[id]) == day) {
                noteToday(id);
            } else {
                link(id);
            }
            id = following;
        }
        size -= todayCount;
        sortToday();
        return todayCount;
    }

    /** One of the things of the day that was taken out last, by its place in the order of time. */
    int idToday(int place) {
        return today[place];
    }

    double dueToday(int place) {
        return due[today[place]];
    }

    private void link(int id) {
        int slot = (int) (dayOf(due[id]) & (SLOTS - 1));
        next[id] = first[slot];
        first[slot] = id;
    }

    private void noteToday(int id) {
        if (todayCount == today.length) {
            today = Arrays.copyOf(today, 2 * todayCount);
        }
        today[todayCount++] = id;
    }

    /** Shell's sort: mostly there are two or three, sometimes thousands, and they come as plain numbers. */
    private void sortToday() {
        for (int gap = todayCount / 2; gap > 0; gap /= 2) {
            for (int i = gap; i < todayCount; i++) {
                int id = today[i];
                int hole = i;
                while (hole >= gap && isBefore(id, today[hole - gap])) {
                    today[hole] = today[hole - gap];
                    hole -= gap;
                }
                today[hole] = id;
            }
        }
    }

    private boolean isBefore(int one, int other) {
        return due[one] < due[other] || (due[one] == due[other] && one < other);
    }
}
