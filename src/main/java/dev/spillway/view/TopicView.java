package dev.spillway.view;

import java.util.List;
import java.util.Locale;

/** A topic, domain or system topic of Event Grid. */
public record TopicView(ResourceView resource, Kind kind) implements Subject {
    /** Sources that live in a region, whose system topics do so too. */
    private static final List<String> REGIONAL_SOURCES = List.of(
            "microsoft.storage.storageaccounts",
            "microsoft.eventhub.namespaces",
            "microsoft.containerservice.managedclusters",
            "microsoft.servicebus.namespaces",
            "microsoft.containerregistry.registries",
            "microsoft.keyvault.vaults");

    /** What it is, the input that names it, and its type in an id. */
    public enum Kind {
        TOPIC("topicName", "topics"),
        DOMAIN("domainName", "domains"),
        SYSTEM("systemTopicName", "systemTopics");

        private final String nameInput;
        private final String armType;

        Kind(String nameInput, String armType) {
            this.nameInput = nameInput;
            this.armType = armType;
        }

        String nameInput() {
            return nameInput;
        }

        String armType() {
            return armType;
        }
    }

    public Fact<String> azureName() {
        return resource.text(kind.nameInput());
    }

    public Fact<String> location() {
        return resource.text("location");
    }

    /** Where metadata may go: {@code WithinGeopair}, the default, or {@code WithinRegion}. */
    public Fact<String> dataResidency() {
        return resource.text("dataResidencyBoundary").orDefault("WithinGeopair");
    }

    /** Kind of managed identity; None where none is given. */
    public Fact<String> identityType() {
        return resource.text("identity.type").orDefault("None");
    }

    /** Whether it lives in a region: system topics of global sources do not, and take no identity. */
    public Fact<Boolean> isRegional() {
        if (kind != Kind.SYSTEM) {
            return Fact.known("location", true);
        }
        if (location().isKnown()) {
            return location().map(place -> !place.toLowerCase(Locale.ROOT).equals("global"));
        }
        Fact<String> source = resource.text("topicType");
        return source.then(type -> REGIONAL_SOURCES.contains(type.toLowerCase(Locale.ROOT))
                ? Fact.known(source.path(), true)
                : Fact.unknown("location", "not known, and " + type + " may be a global source"));
    }

    public ArmTarget target() {
        return ArmTarget.of(resource, kind.armType(), azureName());
    }
}
