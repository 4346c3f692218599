package dev.spillway.examples;

import dev.spillway.config.StackFile;
import dev.spillway.plan.ClientConfiguration;
import dev.spillway.plan.ClientConfigurations;
import dev.spillway.plan.StackPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the components mount into the pods of the dev stack. */
final class MountedSettings {
    private MountedSettings() {}

    /** {@code azure-sdk-java.properties} of one workload. */
    static String of(String workload) throws IOException {
        Path file = Path.of("stacks/dev/stack.yaml");
        return ClientConfigurations.of(StackPlanner.plan(StackFile.parse(file.toString(), Files.readAllBytes(file)))
                        .workload(workload))
                .stream()
                .filter(one -> one.client().equals("azureSdkJava"))
                .map(ClientConfiguration::content)
                .findFirst()
                .orElseThrow();
    }
}
