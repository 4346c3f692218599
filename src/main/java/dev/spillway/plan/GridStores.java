package dev.spillway.plan;

import dev.spillway.facts.Region;
import dev.spillway.facts.Regions;
import dev.spillway.model.DeadLetterSpec;
import dev.spillway.model.SizingProfile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plans where dead letters are kept. */
final class GridStores {
    private static final String CONTAINER = "dead-letters";
    private static final int RETENTION_DAYS = 30;
    private static final int TELLING_LETTERS = 14;
    private static final int HASH_LETTERS = 8;

    private GridStores() {}

    static String container(DeadLetterSpec spec) {
        return spec.containerName().orElse(CONTAINER);
    }

    /** One account for all dead letters of a resource; empty where none of them wants one to be made. */
    static Optional<GridStorePlan> of(
            String azureName,
            String location,
            List<DeadLetterSpec> deadLetters,
            boolean byIdentity,
            SizingProfile profile) {
        List<DeadLetterSpec> made =
                deadLetters.stream().filter(DeadLetterSpec::createsStorage).toList();
        if (made.isEmpty()) {
            return Optional.empty();
        }
        List<String> containers =
                made.stream().map(GridStores::container).distinct().sorted().toList();
        return Optional.of(new GridStorePlan(
                accountName(azureName),
                location,
                sku(location),
                containers,
                retention(made),
                SoftDelete.days(profile),
                byIdentity));
    }

    private static Planned<Integer> retention(List<DeadLetterSpec> made) {
        return made.stream().flatMapToInt(spec -> spec.retentionDays().stream()).max().stream()
                .mapToObj(Planned::given)
                .findFirst()
                .orElseGet(() ->
                        Planned.byDefault(RETENTION_DAYS, "long enough to be looked at, short enough to be paid"));
    }

    private static Planned<String> sku(String location) {
        return Regions.find(location).map(Region::hasZones).orElse(false)
                ? Planned.derived("Standard_ZRS", location + " has zones: one of them may be lost")
                : Planned.derived(
                        "Standard_GRS", location + " is not known to have zones: kept in the paired region too");
    }

    /** Account names are global, short and without hyphens: a telling beginning, and a sum that tells them apart. */
    private static String accountName(String azureName) {
        String letters = azureName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String telling = letters.substring(0, Math.min(TELLING_LETTERS, letters.length()));
        return "dl" + telling + hash(azureName);
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, HASH_LETTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
