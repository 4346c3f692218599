package dev.spillway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An id of the Azure Resource Manager taken apart: type and name in turn, such as {@code namespaces}, {@code orders},
 * {@code eventhubs}, {@code orders}. Azure does not tell capitals from small letters in it.
 */
record ArmId(List<Part> parts, String resourceGroup) {
    /** One level of an id. */
    record Part(String type, String name) {
        boolean is(Part other) {
            return type.equalsIgnoreCase(other.type) && name.equalsIgnoreCase(other.name);
        }
    }

    ArmId {
        parts = List.copyOf(parts);
    }

    /** Empty where the text is no id below a subscription. */
    static Optional<ArmId> parse(String text) {
        String[] steps = text.split("/", -1);
        if (steps.length < 3 || !steps[0].isEmpty() || !steps[1].equalsIgnoreCase("subscriptions")) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        String group = "";
        int at = 3;
        if (at + 1 < steps.length && steps[at].equalsIgnoreCase("resourceGroups")) {
            group = steps[at + 1];
            at += 2;
        }
        if (at < steps.length && steps[at].equalsIgnoreCase("providers")) {
            at += 2;
        }
        for (; at + 1 < steps.length; at += 2) {
            parts.add(new Part(steps[at], steps[at + 1]));
        }
        return Optional.of(new ArmId(parts, group));
    }

    /** The name that follows a type. */
    Optional<String> name(String type) {
        return parts.stream()
                .filter(part -> part.type().equalsIgnoreCase(type))
                .map(Part::name)
                .findFirst();
    }

    /** The name that follows a type in an id that a resource holds; a text without such a name is unknown. */
    static Fact<String> nameIn(Fact<String> id, String type) {
        return id.then(text -> parse(text)
                .flatMap(parsed -> parsed.name(type))
                .map(name -> Fact.known(id.path(), name))
                .orElseGet(
                        () -> Fact.unknown(id.path(), "met \"" + text + "\" where an id with " + type + " belongs")));
    }
}
