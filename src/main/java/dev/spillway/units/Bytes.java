package dev.spillway.units;

/** A size in bytes, zero or more. One megabyte is 10^6 bytes: Azure does not say, and the smaller reading is the careful one. */
public record Bytes(long count) implements Comparable<Bytes> {
    public static final long PER_MEGABYTE = 1_000_000;

    public Bytes {
        if (count < 0) {
            throw new InvalidValue("size", count, "a number of bytes, zero or more");
        }
    }

    public static Bytes of(long count) {
        return new Bytes(count);
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }
}
