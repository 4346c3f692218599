package dev.spillway.view;

import java.util.List;
import java.util.Optional;

/**
 * Where consumers keep how far they have read.
 *
 * @param resource the account, or the consumer whose account is not known
 * @param account empty where it is not known
 * @param gaps what would have to be known then
 */
public record CheckpointStore(ResourceView resource, Optional<StorageAccountView> account, List<Gap> gaps)
        implements Subject {
    public CheckpointStore {
        gaps = List.copyOf(gaps);
    }
}
