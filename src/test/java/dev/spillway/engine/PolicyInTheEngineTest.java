package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.testsupport.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the policy pack stops, changes and lets pass while the real engine runs. */
@Tag("engine")
final class PolicyInTheEngineTest {
    private static final String PACK = EngineProject.policies().toString();

    @Test
    void aCleanStackPassesAndIsToldItsLoss() throws IOException {
        try (EngineProject project = EngineProject.fresh()) {
            project.pulumi("stack", "init", "dev").succeeded();

            Transcript transcript = Transcript.of(project);
            transcript.pulumi("preview", "-s", "dev", "--policy-pack", PACK);

            Golden.assertMatches(Transcript.approved("policy-clean"), transcript.text());
        }
    }

    @Test
    void aViolationStopsBeforeAnythingIsCreated() throws IOException {
        try (EngineProject project = incident()) {
            Transcript transcript = Transcript.of(project);

            transcript.pulumi("up", "-s", "incident", "--yes", "--policy-pack", PACK);

            Golden.assertMatches(Transcript.approved("policy-violation"), transcript.text());
            assertThat(CloudFile.of(project).resources()).isEmpty();
            String state = project.pulumi("stack", "export", "-s", "incident").text();
            assertThat(new ObjectMapper().readTree(state).at("/deployment/resources"))
                    .isEmpty();
        }
    }

    @Test
    void remediationChangesPlanStateAndCloud() throws IOException {
        try (EngineProject project = incident()) {
            project.write("remediate.json", """
                    {"all": "disabled", "EH-002-auto-inflate-on": "remediate", "EH-007-retention-floor": "remediate"}
                    """);
            String[] up = {
                "up",
                "-s",
                "incident",
                "--yes",
                "--skip-preview",
                "--policy-pack",
                PACK,
                "--policy-pack-config",
                "remediate.json"
            };
            Transcript transcript = Transcript.of(project);

            transcript.pulumi(up);
            transcript.note("With the same configuration nothing is left to do.");
            transcript.pulumi(up);
            transcript.note(
                    "Without the pack the program's own values come back: remediation is no fix of the program.");
            transcript.pulumi("preview", "-s", "incident");

            Golden.assertMatches(Transcript.approved("policy-remediation"), transcript.text());
            String hub = CloudFile.HUB.replace("orders-dev", "orders-incident");
            assertThat(CloudFile.of(project)
                            .at(hub, "/properties/retentionDescription/retentionTimeInHours")
                            .asInt())
                    .isGreaterThanOrEqualTo(72);
            assertThat(CloudFile.of(project)
                            .at(
                                    CloudFile.NAMESPACE.replace("orders-dev", "orders-incident"),
                                    "/properties/isAutoInflateEnabled")
                            .asBoolean())
                    .isTrue();
            assertThat(project.pulumi("stack", "export", "-s", "incident").text())
                    .contains("\"isAutoInflateEnabled\": true");
        }
    }

    @Test
    void theConfigurationDecidesWhatStops() throws IOException {
        try (EngineProject project = incident()) {
            project.write("advisory.json", "{\"all\": \"advisory\"}");
            project.write(
                    "stricter.json",
                    "{\"all\": \"disabled\", \"EH-007-retention-floor\":"
                            + " {\"enforcementLevel\": \"mandatory\", \"minRetentionHours\": 168}}");
            project.write("misspelt.json", "{\"EH-007-retention-flor\": \"mandatory\"}");
            project.write("mistyped.json", "{\"EH-007-retention-floor\": {\"minRetentionHours\": \"a week\"}}");
            Transcript transcript = Transcript.of(project);

            for (String file : new String[] {"advisory", "stricter", "misspelt", "mistyped"}) {
                transcript.pulumi(
                        "preview", "-s", "incident", "--policy-pack", PACK, "--policy-pack-config", file + ".json");
            }

            Golden.assertMatches(Transcript.approved("policy-configuration"), transcript.text());
        }
    }

    private static EngineProject incident() throws IOException {
        EngineProject project = EngineProject.fresh();
        project.write("Pulumi.incident.yaml", """
                config:
                  spillway:stackFile: stacks/incident/stack.yaml
                  kubernetes:renderYamlToDirectory: manifests
                """);
        project.pulumi("stack", "init", "incident").succeeded();
        return project;
    }
}
