package dev.spillway.view;

import java.util.List;

/**
 * Where a consumer keeps how far it has read.
 *
 * @param account absent where nothing names it; it may be named and not in the stack, which is unknown
 * @param container its blob container
 * @param group the consumer group and hub, as {@code namespace/hub/group}
 */
public record CheckpointView(
        WorkloadView consumer, Fact<StorageAccountView> account, Fact<String> container, Fact<String> group)
        implements Subject {
    @Override
    public ResourceView resource() {
        return consumer.resource();
    }

    /** What has to be known before the account is. */
    public List<Gap> gaps() {
        return Gap.in(consumer, account);
    }

    /** Of its container, in its account; open where one of them is not known. */
    KeyIndex.Keys keys() {
        return Fact.both(account, container, (place, name) -> KeyIndex.Keys.of(place.urn() + " " + name))
                .whenKnown()
                .orElse(KeyIndex.Keys.OPEN);
    }
}
