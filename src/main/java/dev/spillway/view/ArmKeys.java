package dev.spillway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keys by which ids of the Azure Resource Manager and what they may cover find each other. */
final class ArmKeys {
    private static final String ANY = "*";

    private ArmKeys() {}

    /** Of a target: each level by its name, or by its type alone where the name is not known, and every resource around it. */
    static KeyIndex.Keys of(ArmTarget target) {
        List<String> keys = new ArrayList<>();
        target.levels()
                .forEach(level ->
                        keys.add(key(level.type(), level.name().whenKnown().orElse(ANY))));
        target.chain().forEach(resource -> keys.add(resource.urn()));
        return new KeyIndex.Keys(keys, false);
    }

    /**
     * Of an id that a resource holds: its innermost level, or where its value comes from while it is not known. An id of a whole
     * group or subscription, or one that nothing tells of, may cover everything.
     */
    static KeyIndex.Keys of(Fact<String> id, ResourceView from, String property) {
        if (id.isUnknown()) {
            List<String> edges = from.edges(property);
            return edges.isEmpty() ? KeyIndex.Keys.OPEN : KeyIndex.Keys.of(edges.toArray(String[]::new));
        }
        return id.whenKnown()
                .flatMap(ArmId::parse)
                .filter(parsed -> !parsed.parts().isEmpty())
                .map(parsed -> innermost(parsed.parts().get(parsed.parts().size() - 1)))
                .orElse(KeyIndex.Keys.OPEN);
    }

    /** Of what an id means: every level of it. */
    static KeyIndex.Keys inside(String id) {
        List<String> keys = new ArrayList<>();
        ArmId.parse(id).ifPresent(parsed -> parsed.parts().forEach(part -> keys.add(key(part.type(), part.name()))));
        return new KeyIndex.Keys(keys, keys.isEmpty());
    }

    private static KeyIndex.Keys innermost(ArmId.Part part) {
        return KeyIndex.Keys.of(key(part.type(), part.name()), key(part.type(), ANY));
    }

    private static String key(String type, String name) {
        return type.toLowerCase(Locale.ROOT) + "/" + name.toLowerCase(Locale.ROOT);
    }
}
