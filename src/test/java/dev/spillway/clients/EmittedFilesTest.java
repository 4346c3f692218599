package dev.spillway.clients;

import dev.spillway.plan.ClientConfiguration;
import dev.spillway.plan.ClientConfigurations;
import dev.spillway.testsupport.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that pods get, as they were approved. */
final class EmittedFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"api", "billing"})
    void filesAreTheApprovedOnes(String workload) {
        List<ClientConfiguration> all = ClientConfigurations.of(Emitted.plan().workload(workload));

        Golden.assertMatches(
                Path.of("src/test/resources/clients", workload + ".approved.txt"),
                all.stream()
                        .map(one -> "## " + one.file() + "\n" + one.content())
                        .collect(Collectors.joining("\n")));
    }
}
