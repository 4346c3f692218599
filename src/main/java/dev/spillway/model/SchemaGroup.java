package dev.spillway.model;

/** A group of Avro schemas in the namespace's registry. */
public record SchemaGroup(String name, Compatibility compatibility) {
    /** Which schemas may follow one another, by Azure's own name. */
    public enum Compatibility {
        NONE("None"),
        BACKWARD("Backward"),
        FORWARD("Forward");

        private final String azureName;

        Compatibility(String azureName) {
            this.azureName = azureName;
        }

        public String azureName() {
            return azureName;
        }
    }
}
