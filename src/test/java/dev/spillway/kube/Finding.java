package dev.spillway.kube;

/** What a tool finds wrong with one of our objects. */
record Finding(String tool, String check, String kind, String object, String words) {
    @Override
    public String toString() {
        return tool + " " + check + " " + kind + " " + object + ": " + words;
    }
}
