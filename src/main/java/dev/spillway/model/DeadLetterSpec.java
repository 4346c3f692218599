package dev.spillway.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where events go that Event Grid gives up.
 *
 * @param storageAccountId an account that is there already; without it one is made in the region of the topic
 * @param containerName the container; it has to be there in an account that was given
 * @param retentionDays how long they are kept; only where the account is made
 */
public record DeadLetterSpec(
        Optional<String> storageAccountId, Optional<String> containerName, OptionalInt retentionDays) {
    /** An account that is made for them. */
    public static final DeadLetterSpec CREATED =
            new DeadLetterSpec(Optional.empty(), Optional.empty(), OptionalInt.empty());

    public boolean createsStorage() {
        return storageAccountId.isEmpty();
    }
}
