package dev.spillway.facts;

import java.util.Arrays;
import java.util.List;

/** Categories of diagnostic logs of an Event Hubs namespace (Event Hubs monitoring reference, read 2026-11-20). */
public enum LogCategory {
    ARCHIVE("ArchiveLogs"),
    OPERATIONAL("OperationalLogs"),
    AUTO_SCALE("AutoScaleLogs"),
    KAFKA_COORDINATOR("KafkaCoordinatorLogs"),
    KAFKA_USER_ERROR("KafkaUserErrorLogs"),
    NETWORK("EventHubVNetConnectionEvent"),
    CUSTOMER_KEY("CustomerManagedKeyUserLogs"),
    DIAGNOSTIC_ERROR("DiagnosticErrorLogs"),
    RUNTIME_AUDIT("RuntimeAuditLogs"),
    APPLICATION_METRICS("ApplicationMetricsLogs");

    private static final List<LogCategory> OF_LARGE_TIERS = List.of(CUSTOMER_KEY, RUNTIME_AUDIT, APPLICATION_METRICS);

    private final String azureName;

    LogCategory(String azureName) {
        this.azureName = azureName;
    }

    public String azureName() {
        return azureName;
    }

    /** What a namespace of that tier can have something to say in. */
    public static List<LogCategory> of(Tier tier) {
        return Arrays.stream(values())
                .filter(category -> tier.isLarge() ? category != AUTO_SCALE : !OF_LARGE_TIERS.contains(category))
                .toList();
    }
}
