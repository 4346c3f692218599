package dev.spillway.report;

/** What people call a resource: its type and its name in the program. */
final class Label {
    private static final int PARTS = 4;

    private Label() {}

    static String of(String urn) {
        String[] parts = urn.split("::", PARTS);
        if (parts.length < PARTS) {
            return urn.isEmpty() ? "the stack" : urn;
        }
        return type(parts[2].substring(parts[2].lastIndexOf('$') + 1)) + " " + parts[PARTS - 1];
    }

    /** The type without its package. */
    static String type(String type) {
        String[] parts = type.split(":", -1);
        return parts.length == 3 && !parts[1].equals("index") ? parts[1] + ":" + parts[2] : parts[parts.length - 1];
    }
}
