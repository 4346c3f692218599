package dev.spillway.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Which events were met before, in memory that does not grow beyond a bound: eight bytes an event, up to so many events that
 * nobody has had them in one container, and then no more duplicates are found.
 */
final class SeenIds {
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final long FNV = 0x100000001B3L;

    private final int most;
    private long[] table = new long[FIRST_CAPACITY];
    private int size;
    private boolean full;

    SeenIds(int most) {
        this.most = most;
    }

    /** Whether it was met before; remembers it. */
    boolean isRepeated(String identity) {
        long sum = sum(identity);
        int at = slot(sum, table);
        if (table[at] == sum) {
            return true;
        }
        if (size >= most) {
            full = true;
            return false;
        }
        table[at] = sum;
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        return false;
    }

    /** Whether there were more than it can remember. */
    boolean isFull() {
        return full;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long sum : table) {
            if (sum != 0) {
                larger[slot(sum, larger)] = sum;
            }
        }
        table = larger;
    }

    private static int slot(long sum, long[] in) {
        int at = (int) ((sum * PRIME) >>> 32) & (in.length - 1);
        while (in[at] != 0 && in[at] != sum) {
            at = (at + 1) & (in.length - 1);
        }
        return at;
    }

    /** Two independent sums in one: a chance of one in ten million that a million events hold a false pair. */
    private static long sum(String identity) {
        byte[] bytes = identity.getBytes(StandardCharsets.UTF_8);
        CRC32C check = new CRC32C();
        check.update(bytes);
        long hash = 0xCBF29CE484222325L;
        for (byte one : bytes) {
            hash = (hash ^ (one & 0xFF)) * FNV;
        }
        long both = hash ^ (check.getValue() << 32);
        return both == 0 ? 1 : both;
    }
}
