package dev.spillway.view;

/** An AKS cluster; inputs that are absent have the service's default. */
public record ClusterView(ResourceView resource) implements Subject {
    public Fact<String> azureName() {
        return resource.text("resourceName");
    }

    public ArmTarget target() {
        return ArmTarget.of(resource, "managedClusters", azureName());
    }

    public Fact<String> location() {
        return resource.text("location");
    }

    /** Free where none is given. */
    public Fact<String> tier() {
        return resource.text("sku.tier").orDefault("Free");
    }

    /** Whether AKS makes pools of nodes by itself. */
    public Fact<Boolean> provisionsNodes() {
        return resource.text("nodeProvisioningProfile.mode").orDefault("Manual").map(mode -> mode.equals("Auto"));
    }
}
