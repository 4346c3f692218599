package dev.spillway.view;

/** A topic, domain or system topic of Event Grid. */
public record TopicView(ResourceView resource, Kind kind) implements Subject {
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
}
