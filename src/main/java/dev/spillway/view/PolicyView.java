package dev.spillway.view;

import java.util.ArrayList;
import java.util.List;

/**
 * The lifecycle policy of a storage account.
 *
 * @param account absent where that is not in the stack
 */
public record PolicyView(ResourceView resource, Fact<StorageAccountView> account) implements Subject {
    private static final String RULES = "policy.rules";
    private static final List<String> AGES = List.of(
            "daysAfterModificationGreaterThan", "daysAfterCreationGreaterThan", "daysAfterLastAccessTimeGreaterThan");

    /**
     * One rule that deletes blobs.
     *
     * @param days the age at which it does
     * @param prefixes where it does, each beginning with a container; empty is everywhere
     */
    public record Deletion(Fact<Double> days, Fact<List<String>> prefixes) {
        /** Whether it reaches into a container. */
        public boolean touches(String container) {
            return prefixes.value().isEmpty() || prefixes.value().stream().anyMatch(prefix -> lies(prefix, container));
        }

        private static boolean lies(String prefix, String container) {
            int end = prefix.indexOf('/');
            return end < 0
                    ? container.startsWith(prefix)
                    : prefix.substring(0, end).equals(container);
        }
    }

    /** What its rules that are on delete. */
    public Fact<List<Deletion>> deletions() {
        return resource.node(RULES).then(rules -> {
            List<Deletion> deletions = new ArrayList<>();
            for (int at = 0; at < rules.size(); at++) {
                String rule = RULES + "." + at;
                Fact<Boolean> isOn = resource.flag(rule + ".enabled").orDefault(true);
                if (isOn.isUnknown()) {
                    return isOn.map(on -> deletions);
                }
                if (isOn.value()) {
                    deletion(rule, deletions);
                }
            }
            return Fact.known(RULES, deletions);
        });
    }

    private void deletion(String rule, List<Deletion> deletions) {
        String delete = rule + ".definition.actions.baseBlob.delete";
        Fact<List<String>> prefixes =
                resource.texts(rule + ".definition.filters.prefixMatch").orDefault(List.of());
        if (resource.node(delete).isUnknown()) {
            deletions.add(new Deletion(resource.number(delete), prefixes));
        }
        AGES.stream()
                .map(age -> resource.number(delete + "." + age))
                .filter(days -> resource.node(delete).isKnown() && !days.isAbsent())
                .forEach(days -> deletions.add(new Deletion(days, prefixes)));
    }
}
