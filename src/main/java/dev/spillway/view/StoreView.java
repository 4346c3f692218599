package dev.spillway.view;

import java.util.List;

/**
 * A storage account in one of its roles.
 *
 * @param users who makes it have the role, sorted by URN; empty where that is not certain
 * @param gaps what would have to be known to tell whether it has the role; empty where it certainly has
 */
public record StoreView(StorageAccountView account, AccountRole role, List<ResourceView> users, List<Gap> gaps)
        implements Subject {
    public StoreView {
        users = List.copyOf(users);
        gaps = List.copyOf(gaps);
    }

    @Override
    public ResourceView resource() {
        return account.resource();
    }
}
