package dev.spillway.view;

/** A resource as a rule sees it. */
public interface Subject {
    ResourceView resource();

    default String urn() {
        return resource().urn();
    }

    /** The name in the program, which is how its owner knows it. */
    default String name() {
        return resource().name();
    }
}
