package dev.spillway.view;

/**
 * A resource that holds events or the way to them, so that deleting it loses them.
 *
 * @param namespace the Event Hubs namespace it belongs to or is; absent where there is none in the stack
 */
public record StatefulView(ResourceView resource, Fact<NamespaceView> namespace) implements Subject {
    /** The profile that sized the stack: the resource's own tag, or that of its namespace. */
    public Fact<String> sizingProfile() {
        Fact<String> own = resource.text("tags.spillway-profile");
        return own.isAbsent() ? namespace.then(view -> view.tag("spillway-profile")) : own;
    }
}
