package dev.spillway.view;

/** An Event Grid namespace. */
public record GridNamespaceView(ResourceView resource) implements Subject {
    public Fact<String> azureName() {
        return resource.text("namespaceName");
    }

    public Fact<String> location() {
        return resource.text("location");
    }

    public ArmTarget target() {
        return ArmTarget.of(resource, "namespaces", azureName());
    }
}
