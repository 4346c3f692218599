package dev.spillway.view;

/**
 * A consumer group of a hub.
 *
 * @param hub absent where the hub is not in the stack
 */
public record ConsumerGroupView(ResourceView resource, Fact<HubView> hub) implements Subject {
    public Fact<String> azureName() {
        return resource.text("consumerGroupName");
    }
}
