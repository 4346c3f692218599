package dev.spillway.config;

/** Writes where a value stands the way users say it: {@code eventHubs.orders.tier}. */
final class Paths {
    private Paths() {}

    /** A path that was written already, below another one. */
    static String join(String path, String below) {
        return path.isEmpty() ? below : path + "." + below;
    }

    static String under(String path, String key) {
        var name = Excerpt.of(key);
        return path.isEmpty() ? name : path + "." + name;
    }
}
