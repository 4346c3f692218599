package dev.spillway.model;

import java.util.List;

/** A shared access rule: a name with two keys, for clients that have no Entra identity. */
public record SasRule(String name, List<Right> rights) {
    public SasRule {
        rights = List.copyOf(rights);
    }

    /** What a key lets its holder do, by Azure's own name. */
    public enum Right {
        SEND("Send"),
        LISTEN("Listen"),
        MANAGE("Manage");

        private final String azureName;

        Right(String azureName) {
            this.azureName = azureName;
        }

        public String azureName() {
            return azureName;
        }
    }
}
