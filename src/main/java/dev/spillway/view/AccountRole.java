package dev.spillway.view;

/** What the pipeline keeps in a storage account; inferred from who uses it, never declared. */
public enum AccountRole {
    CAPTURE("capture"),
    DEAD_LETTER("dead letters"),
    CHECKPOINT("checkpoints"),
    LOGS("logs");

    private final String title;

    AccountRole(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
