package dev.spillway.model;

/** A hub by the names of its namespace and its own, written {@code namespace/hub}. */
public record HubReference(String namespace, String hub) {
    /** No hub: no namespace has an empty name. */
    public static final HubReference NONE = new HubReference("", "");

    @Override
    public String toString() {
        return namespace + "/" + hub;
    }
}
