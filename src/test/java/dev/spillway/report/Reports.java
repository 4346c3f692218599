package dev.spillway.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.spillway.report.PreviewReport.Content;
import dev.spillway.report.PreviewReport.Declared;
import dev.spillway.report.PreviewReport.Fixes;
import dev.spillway.report.PreviewReport.Undecided;
import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.rule.Severity;
import java.util.List;
import java.util.Optional;

/** Reports for the tests of formats. */
final class Reports {
    static final String URN = "urn:pulumi:dev::shop::azure-native:eventhub:Namespace::orders";

    private Reports() {}

    static PreviewReport of(Found... found) {
        return of("dev", "state", List.of(found), List.of());
    }

    static PreviewReport of(String stack, String phase, List<Found> found, List<Loss> losses) {
        return new PreviewReport(
                stack,
                "state.json",
                phase,
                List.of(new Declared(0, "azure-native:eventhub:Namespace", "orders", true)),
                List.of(),
                losses,
                found,
                List.of(new Undecided("EH-001", "tier-not-basic", URN, "orders: sku.tier: not given")),
                List.of(new Undecided("EH-003", "auto-inflate-headroom", URN, "off")),
                List.of(new Content("KW-002", "min-replicas", URN)),
                List.of(),
                Fixes.NONE,
                found.isEmpty());
    }

    static Found found(String seen) {
        return new Found(finding(URN, "sku.tier", seen, ""), List.of(), "", Optional.empty());
    }

    static Finding finding(String urn, String path, String seen, String suppressedBy) {
        return new Finding(
                "EH-001",
                "tier-not-basic",
                Severity.HIGH,
                Level.MANDATORY,
                "violation",
                urn,
                path,
                seen,
                "Standard",
                "One day is all there is",
                "Give {Standard}",
                List.of(),
                "policies/event-hubs/EH-001-tier-not-basic/README.md",
                suppressedBy);
    }

    static Loss loss(double lost, String budget, boolean within) {
        return new Loss(
                "orders",
                List.of(),
                1000,
                lost,
                lost / 10,
                0,
                3600,
                lost,
                lost,
                budget,
                within,
                List.of("The window is short."),
                List.of(),
                List.of(),
                List.of(),
                Loss.Detail.NONE,
                JsonNodeFactory.instance.objectNode());
    }
}
