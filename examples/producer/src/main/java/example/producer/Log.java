package example.producer;

/** Lines for whoever reads the pod's log. */
final class Log {
    private Log() {}

    static void say(String line) {
        System.err.println(line);
    }
}
