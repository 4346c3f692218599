package dev.spillway.rule;

/** Whether the changes of a violation may be made without asking. */
public enum FixClass {
    /** Safe on a resource that is deployed. */
    IN_PLACE("Y"),
    /** Right only before the resource is created: later it would replace the resource, or be refused. */
    AT_CREATION("C"),
    /** Never: the changes, where there are any, are advice. */
    NONE("-");

    private final String key;

    FixClass(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
