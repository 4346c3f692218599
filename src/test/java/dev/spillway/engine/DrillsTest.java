package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lists of docs/runbooks/drills.md, played to the letter: the engine is real, Azure and its command line are stand-ins. */
@Tag("engine")
final class DrillsTest {
    private static final String PREMIUM = "stacks/premium/stack.yaml";
    private static final String ALIAS = "/disasterRecoveryConfigs/orders-alias";
    private static final String SENDER = "6f0e5a3c-1b2d-4c8e-9f70-a1b2c3d4e5f6";
    private static final String READER = "0a1b2c3d-4e5f-4071-8293-a4b5c6d7e8f9";

    @Test
    void afterAnInflateTheUnitsGoBackToThePlannedOnes() throws IOException {
        try (EngineProject project = Created.lean()) {
            List<Integer> units = new ArrayList<>();

            play(project, Drill.titled(Drill.INFLATE), command -> units.add(units(project)));

            assertThat(units).containsExactly(12, 12, 12, 2, 2, 2);
        }
    }

    @Test
    void fromKeysToIdentitiesNoClientIsEverWithoutAWayIn() throws IOException {
        try (EngineProject project = Created.lean()) {
            List<String> ways = new ArrayList<>();

            play(project, Drill.titled(Drill.IDENTITIES), command -> {
                var there = CloudFile.of(project).resources();
                ways.add(way(there, "order-api", SENDER) + ", " + way(there, "billing", READER));
            });

            assertThat(ways)
                    .containsExactly(
                            "key, key",
                            "key role, key role",
                            "key role, key role",
                            "role, role",
                            "role, role",
                            "role, role");
        }
    }

    @Test
    void aRegionIsLeftAndComeBackToAndTheAliasGoesAlong() throws IOException {
        try (EngineProject project = Created.lean()) {
            List<String> primaries = new ArrayList<>();

            play(project, Drill.titled(Drill.FAILOVER), command -> primaries.add(behindTheAlias(project)));

            assertThat(primaries)
                    .containsExactly(
                            "orders-dev-orders",
                            "orders-dev-orders-secondary",
                            "orders-dev-orders-secondary",
                            "nothing",
                            "nothing",
                            "orders-dev-orders-2",
                            "orders-dev-orders-2",
                            "orders-dev-orders-2");
            assertThat(CloudFile.of(project).resources().keySet())
                    .noneMatch(id -> id.contains("/namespaces/orders-dev-orders/") || id.contains("orders-secondary"))
                    .anyMatch(id -> id.endsWith("/namespaces/orders-dev-orders-2-secondary"));
        }
    }

    /** What the plan of Premium allows, the engine does in place; what it refuses stops before anything is touched. */
    @Test
    void onPremiumPartitionsGrowInPlaceAndFewerAreRefusedAtPreview() throws IOException {
        try (EngineProject project = EngineProject.fresh()) {
            Files.move(
                    project.folder().resolve("Pulumi.dev.yaml"),
                    project.folder().resolve("Pulumi.premium.yaml"));
            project.edit("Pulumi.premium.yaml", "stacks/dev/stack.yaml", PREMIUM);
            project.pulumi("stack", "init", "premium").succeeded();
            project.pulumi("up", "-s", "premium", "--yes", "--skip-preview").succeeded();
            List<String> counts = new ArrayList<>();

            play(project, Drill.titled(Drill.PARTITIONS), command -> counts.add(premium(project, "partitionCount")));

            assertThat(counts).containsExactly("8", "16", "16");
            assertThat(premium(project, "createdAt")).isNotEqualTo(premium(project, "updatedAt"));
            String before = Files.readString(project.cloud(), UTF_8);
            project.edit(PREMIUM, "partitionCount: 16\n", "partitionCount: 4\n");
            assertThat(project.pulumi("preview", "-s", "premium").failed().text())
                    .contains("partitionCount: 4 where the hub has 16 (live): partitions are never taken away, write"
                            + " partitionCount: 16")
                    .doesNotContain("at dev.spillway");
            assertThat(Files.readString(project.cloud(), UTF_8)).isEqualTo(before);
        }
    }

    /** Something to look at after each command. */
    private interface Look {
        void after(String command) throws IOException;
    }

    private static void play(EngineProject project, Drill drill, Look look) throws IOException {
        String said = "";
        boolean isWhole = false;
        for (Drill.Step step : drill.steps()) {
            if (step instanceof Drill.Edit edit) {
                project.edit(edit.file(), edit.before(), edit.after());
            } else if (step instanceof Drill.Command command) {
                said = output(project, command.line());
                isWhole = command.line().startsWith("az ");
                look.after(command.line());
            } else if (step instanceof Drill.Printed printed && isWhole) {
                assertThat(said.lines()).as(drill.title()).containsExactlyInAnyOrderElementsOf(printed.lines());
            } else if (step instanceof Drill.Printed printed) {
                assertThat(said).as(drill.title()).contains(printed.lines());
            }
        }
    }

    private static String output(EngineProject project, String line) throws IOException {
        String[] words = line.split(" ", -1);
        return switch (words[0]) {
            case "az" -> AzureCommandLine.run(project, line);
            case "pulumi" ->
                project.pulumi(List.of(words).subList(1, words.length).toArray(String[]::new))
                        .succeeded()
                        .text();
            default -> throw new AssertionError("nothing here plays: " + line);
        };
    }

    private static int units(EngineProject project) throws IOException {
        return CloudFile.of(project).at(CloudFile.NAMESPACE, "/sku/capacity").asInt();
    }

    private static String premium(EngineProject project, String property) throws IOException {
        return CloudFile.of(project)
                .at(
                        CloudFile.GROUP.replace("rg-orders-dev", "rg-orders-premium")
                                + "/providers/Microsoft.EventHub/namespaces/orders-premium-orders/eventhubs/orders",
                        "/properties/" + property)
                .asText();
    }

    /** How a client can sign in, by what is there. */
    private static String way(Map<String, JsonNode> there, String rule, String principal) {
        Map<String, JsonNode> byId = new TreeMap<>(there);
        boolean keys = !Objects.requireNonNull(byId.get(CloudFile.NAMESPACE))
                .at("/properties/disableLocalAuth")
                .asBoolean();
        boolean key = keys && byId.containsKey(CloudFile.NAMESPACE + "/authorizationRules/" + rule);
        boolean role = byId.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(CloudFile.HUB + "/providers/"))
                .anyMatch(entry ->
                        entry.getValue().at("/properties/principalId").asText().equals(principal));
        return ((key ? "key " : "") + (role ? "role" : "")).strip();
    }

    /** The namespace that takes events under the alias; it has the hub, or it would take none. */
    private static String behindTheAlias(EngineProject project) throws IOException {
        var there = CloudFile.of(project).resources();
        List<String> hosts = there.keySet().stream()
                .filter(id -> id.endsWith(ALIAS))
                .map(id -> id.substring(0, id.length() - ALIAS.length()))
                .filter(id -> there.containsKey(id + "/eventhubs/orders/consumergroups/billing"))
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .toList();
        return hosts.isEmpty() ? "nothing" : String.join(" and ", hosts);
    }
}
