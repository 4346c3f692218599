package dev.spillway.view;

/** A Service Bus namespace, which events may be delivered to. */
public record BusView(ResourceView resource) implements Subject {
    public Fact<String> azureName() {
        return resource.text("namespaceName");
    }

    /** Whether only identities may sign in, no keys. */
    public Fact<Boolean> refusesKeys() {
        return resource.flag("disableLocalAuth").orDefault(false);
    }

    public ArmTarget target() {
        return ArmTarget.of(resource, "namespaces", azureName());
    }
}
