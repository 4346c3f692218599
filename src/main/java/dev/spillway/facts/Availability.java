package dev.spillway.facts;

/**
 * How much of the time a service is promised to work.
 *
 * <p>Source: Service Level Agreements for Microsoft Online Services,
 * https://www.microsoft.com/licensing/docs/view/Service-Level-Agreements-SLA-for-Online-Services; the figures were not read again
 * for this table. Event Grid's covers publishing alone
 * (https://github.com/MicrosoftDocs/reliability-docs/blob/e92155a11a1c0304ccf1b7fb2b0e135c87d0194a/articles/reliability/reliability-event-grid.md).
 */
public enum Availability {
    EVENT_GRID_PUBLISHING("Event Grid, publishing", 0.9999),
    STORAGE_WRITES("Storage, writing to the hot tier", 0.999);

    private final String title;
    private final double share;

    Availability(String title, double share) {
        this.title = title;
        this.share = share;
    }

    public String title() {
        return title;
    }

    /** 0 to 1. */
    public double share() {
        return share;
    }

    /** Of two that fail independently of each other, of which one is enough. */
    public static double eitherOf(double one, double other) {
        return 1 - (1 - one) * (1 - other);
    }
}
