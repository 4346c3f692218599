package dev.spillway.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every kind of resource with every way to fail over, in a region with a pair and in one without: accepted, or why not. */
class GridKindTest {
    private static final String ACCEPTED = "accepted";

    private static final List<String> TABLE = List.of(
            "topic, crossGeo, westeurope: accepted",
            "topic, crossGeo, italynorth: italynorth has no paired region that Event Grid could fail over to, give clientSide",
            "topic, regional, westeurope: accepted",
            "topic, regional, italynorth: accepted",
            "topic, clientSide, westeurope: accepted",
            "topic, clientSide, italynorth: accepted",
            "domain, crossGeo, westeurope: accepted",
            "domain, crossGeo, italynorth: italynorth has no paired region that Event Grid could fail over to, give clientSide",
            "domain, regional, westeurope: accepted",
            "domain, regional, italynorth: accepted",
            "domain, clientSide, westeurope: accepted",
            "domain, clientSide, italynorth: accepted",
            "system topic, crossGeo, westeurope: Azure fails the metadata of a system topic over by itself and has no switch"
                    + " for it, leave it out",
            "system topic, crossGeo, italynorth: Azure fails the metadata of a system topic over by itself and has no switch"
                    + " for it, leave it out",
            "system topic, regional, westeurope: the metadata of a system topic goes to the paired region and cannot be kept,"
                    + " leave it out",
            "system topic, regional, italynorth: the metadata of a system topic goes to the paired region and cannot be kept,"
                    + " leave it out",
            "system topic, clientSide, westeurope: Azure itself publishes to a system topic and asks no client of yours, leave"
                    + " it out",
            "system topic, clientSide, italynorth: Azure itself publishes to a system topic and asks no client of yours, leave"
                    + " it out",
            "namespace, crossGeo, westeurope: Azure fails no namespace over, give clientSide for a second one in another"
                    + " region",
            "namespace, crossGeo, italynorth: Azure fails no namespace over, give clientSide for a second one in another"
                    + " region",
            "namespace, regional, westeurope: a namespace never leaves its region, so that there is nothing to keep there,"
                    + " leave it out",
            "namespace, regional, italynorth: a namespace never leaves its region, so that there is nothing to keep there,"
                    + " leave it out",
            "namespace, clientSide, westeurope: accepted",
            "namespace, clientSide, italynorth: accepted",
            "partner namespace, crossGeo, westeurope: Azure fails no partner namespace over, give clientSide for a second one"
                    + " in another region",
            "partner namespace, crossGeo, italynorth: Azure fails no partner namespace over, give clientSide for a second one"
                    + " in another region",
            "partner namespace, regional, westeurope: a partner namespace never leaves its region, so that there is nothing to"
                    + " keep there, leave it out",
            "partner namespace, regional, italynorth: a partner namespace never leaves its region, so that there is nothing to"
                    + " keep there, leave it out",
            "partner namespace, clientSide, westeurope: accepted",
            "partner namespace, clientSide, italynorth: accepted",
            "partner topic, crossGeo, westeurope: Azure fails no partner topic over, ask the partner for a partner topic in a"
                    + " second region",
            "partner topic, crossGeo, italynorth: Azure fails no partner topic over, ask the partner for a partner topic in a"
                    + " second region",
            "partner topic, regional, westeurope: a partner topic never leaves its region, so that there is nothing to keep"
                    + " there, leave it out",
            "partner topic, regional, italynorth: a partner topic never leaves its region, so that there is nothing to keep"
                    + " there, leave it out",
            "partner topic, clientSide, westeurope: the partner publishes to a partner topic, ask the partner to fail over"
                    + " between two partner namespaces",
            "partner topic, clientSide, italynorth: the partner publishes to a partner topic, ask the partner to fail over"
                    + " between two partner namespaces");

    @Test
    void everyCellIsAcceptedOrRefusedWithItsReason() {
        List<String> met = new ArrayList<>();
        for (GridKind kind : GridKind.values()) {
            for (GridFailover failover : GridFailover.values()) {
                for (String location : List.of("westeurope", "italynorth")) {
                    met.add(kind.title() + ", " + failover.key() + ", " + location + ": "
                            + kind.refusal(failover, location).orElse(ACCEPTED));
                }
            }
        }

        assertThat(met).isEqualTo(TABLE);
    }

    @Test
    void thirteenRegionsHaveNoPairForATopicToGoTo() {
        List<String> refused = FactTable.rows("regions.csv").stream()
                .map(row -> row.get("region"))
                .filter(region ->
                        GridKind.TOPIC.refusal(GridFailover.CROSS_GEO, region).isPresent())
                .toList();

        assertThat(refused).hasSize(13).contains("italynorth", "polandcentral", "spaincentral");
    }
}
