package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Five secrets where users have them, and nothing that is written while the stack is previewed, updated and analysed holds a
 * byte of one. Excepted are the clouds, which are told them on purpose: the stand-in's file and the rendered manifests.
 */
@Tag("engine")
final class PlantedSecretsTest {
    /** With characters that JSON, YAML and shells escape. */
    private static final Map<String, String> SECRETS = Map.of(
            "the stack's configuration", "aQ7xK2wZ\"<9vTn4Lr8",
            "the provider's configuration", "bM3pD8sYc'&5jHq6Gf1W",
            "an environment variable", "cR6tB9nEk\\>2uXs7Za5C",
            "a connection string in a tag", "dV4yN1mJo\"{8wPb3Ke6T",
            "an annotation that a rule reads", "eL5zG2cUi'[7qMd9Rx4S");

    private static final String[] CLOUDS = {"cloud.json", "work/manifests", "work/Pulumi.yaml"};

    private final SecretScan scan = new SecretScan(SECRETS);

    @Test
    void noByteOfASecretIsWritten() throws IOException {
        try (EngineProject project = project()) {
            Path written = Files.createDirectories(project.scratch().resolve("written"));
            project.with("SPILLWAY_REPORT_DIR", written.resolve("reports").toString());
            Files.createDirectories(written.resolve("reports"));
            String pack = listenedTo(project, written.resolve("pack.txt")).toString();
            String log = project.scratch().resolve("events.json").toString();

            Map<String, Said> said = new TreeMap<>();
            said.put("preview", project.pulumi("preview", "-s", "dev", "--diff", "--policy-pack", pack));
            project.write("advisory.json", "{\"all\": \"advisory\"}");
            said.put(
                    "update",
                    project.pulumi(
                                    "up",
                                    "-s",
                                    "dev",
                                    "--yes",
                                    "--diff",
                                    "--policy-pack",
                                    pack,
                                    "--policy-pack-config",
                                    "advisory.json",
                                    "--event-log",
                                    log)
                            .succeeded());
            // The engine's own log at this level holds secrets, as Pulumi's manual warns; the pack's part of it must
            // not.
            project.pulumi("preview", "-s", "dev", "--policy-pack", pack, "-v=9", "--logtostderr", "--logflow");
            said.put(
                    "state",
                    project.pulumi("stack", "export", "-s", "dev", "--file", "state.json")
                            .succeeded());
            said.put("analysis", project.pulumi("policy", "analyze", "--file", "state.json", "--policy-pack", pack));
            said.put(
                    "output",
                    project.pulumi("stack", "output", "-s", "dev", "--json").succeeded());
            for (Map.Entry<String, Said> one : said.entrySet()) {
                Files.writeString(
                        written.resolve(one.getKey() + ".txt"), one.getValue().text(), UTF_8);
            }

            assertThat(scan.findings(project.scratch(), CLOUDS)).isEmpty();
            assertThat(said.get("preview").text())
                    .contains("[secret]")
                    .contains("CX-")
                    .contains("EH-");
            assertThat(written.resolve("reports")).isNotEmptyDirectory();
            assertThat(written.resolve("pack.txt")).exists();
        }
    }

    /** The other test's silence means something: the secrets are there, and are found where they are let out. */
    @Test
    void everySecretIsFoundWhereItIsLetOut() throws IOException {
        try (EngineProject project = project()) {
            project.pulumi("up", "-s", "dev", "--yes", "--skip-preview").succeeded();
            Path leak = Files.createDirectories(project.scratch().resolve("leak"));
            Files.writeString(
                    leak.resolve("state.json"),
                    project.pulumi("stack", "export", "-s", "dev", "--show-secrets")
                            .text(),
                    UTF_8);

            assertThat(scan.findings(leak))
                    .containsExactlyInAnyOrderElementsOf(SECRETS.keySet().stream()
                            .map(name -> "state.json: " + name)
                            .toList());
        }
    }

    /** The policy pack, with all that it says besides its port kept in a file. */
    private static Path listenedTo(EngineProject project, Path heard) throws IOException {
        Path pack = Files.createDirectories(project.scratch().resolve("pack"));
        Files.copy(EngineProject.policies().resolve("PulumiPolicy.yaml"), pack.resolve("PulumiPolicy.yaml"));
        Path launcher = Files.writeString(
                pack.resolve("mvn-pack"),
                "#!/bin/sh\nexec '" + EngineProject.policies().resolve("mvn-pack") + "' \"$@\" 2>>'" + heard + "'\n",
                UTF_8);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return pack;
    }

    private static EngineProject project() throws IOException {
        EngineProject project = EngineProject.fresh();
        String plugins = Files.readString(project.folder().resolve("Pulumi.yaml"), UTF_8);
        project.write("Pulumi.yaml", PROGRAM + plugins.substring(plugins.indexOf("plugins:")));
        project.write("Pulumi.dev.yaml", "config:\n  kubernetes:renderYamlToDirectory: manifests\n");
        project.pulumi("stack", "init", "dev").succeeded();
        plant(project, "secrets:token", "the stack's configuration");
        plant(project, "azure-native:clientSecret", "the provider's configuration");
        plant(project, "secrets:password", "an environment variable");
        plant(project, "secrets:connection", "a connection string in a tag");
        plant(project, "secrets:rate", "an annotation that a rule reads");
        return project;
    }

    private static void plant(EngineProject project, String key, String secret) {
        project.pulumi("config", "set", "-s", "dev", "--secret", key, SECRETS.getOrDefault(secret, ""))
                .succeeded();
    }

    private static final String PROGRAM = """
            name: secrets
            runtime: yaml
            config:
              token: { type: string, secret: true }
              password: { type: string, secret: true }
              connection: { type: string, secret: true }
              rate: { type: string, secret: true }
            resources:
              group:
                type: azure-native:resources:ResourceGroup
                properties:
                  resourceGroupName: rg-secrets
                  location: westeurope
                  tags: { token: "${token}" }
              events:
                type: azure-native:eventhub:Namespace
                properties:
                  resourceGroupName: ${group.name}
                  namespaceName: secrets-events
                  location: westeurope
                  sku: { name: Standard, tier: Standard, capacity: 1 }
                  tags: { connection: "Endpoint=sb://x/;SharedAccessKey=${connection}" }
              hub:
                type: azure-native:eventhub:EventHub
                properties:
                  resourceGroupName: ${group.name}
                  namespaceName: ${events.name}
                  eventHubName: orders
                  partitionCount: 4
                  messageRetentionInDays: 1
              reader:
                type: kubernetes:apps/v1:Deployment
                properties:
                  metadata: { name: reader, annotations: { spillway.dev/client: "${rate}" } }
                  spec:
                    selector: { matchLabels: { app: reader } }
                    template:
                      metadata:
                        labels: { app: reader }
                        annotations:
                          spillway.dev/role: producer
                          spillway.dev/hub: secrets-events/orders
                          spillway.dev/max-events-per-second: "${rate}"
                          spillway.dev/retry-budget-seconds: "${rate}"
                      spec:
                        containers:
                          - name: reader
                            image: registry.example.com/reader:1
                            env: [{ name: PASSWORD, value: "${password}" }]
            outputs:
              connection: ${connection}
            """;
}
