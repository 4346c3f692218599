package dev.spillway.plan;

import dev.spillway.model.CaptureStorageSpec.Authentication;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The storage account that the captured files of a namespace go to.
 *
 * @param existingAccountId of an account that somebody else looks after; nothing but containers is declared in it
 * @param sku by Azure's name
 * @param keepDays empty where files are kept for ever
 * @param immutableDays empty where files can be changed
 */
public record CaptureStoragePlan(
        Planned<String> accountName,
        Optional<String> existingAccountId,
        Planned<String> sku,
        Planned<Authentication> authentication,
        Planned<Integer> softDeleteDays,
        Planned<Integer> coolAfterDays,
        OptionalInt keepDays,
        OptionalInt immutableDays) {
    public boolean byIdentity() {
        return authentication.value() == Authentication.IDENTITY;
    }
}
