package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stack that declares its own cluster: all of it is what Azure's schemas take, and a second update does nothing. */
@Tag("engine")
final class NewClusterTest {
    private static final String STACK = "stacks/dev/stack.yaml";
    private static final String EXISTING = "  existing:\n    name: aks-orders-dev\n    resourceGroup: rg-aks-dev\n"
            + "    oidcIssuerUrl: https://westeurope.oic.prod-aks.azure.com/00000000-0000-0000-0000-000000000000/"
            + "11111111-1111-1111-1111-111111111111/\n";

    @Test
    void isCreatedOnceLeftAloneAndTakenAwayWhole() throws IOException {
        try (EngineProject project = EngineProject.fresh()) {
            project.edit(STACK, EXISTING, "  placeholderPods: 2\n  new: {}\n");
            project.pulumi("stack", "init", "dev").succeeded();

            project.pulumi("up", "-s", "dev", "--yes", "--skip-preview").succeeded();
            CloudFile cloud = CloudFile.of(project);
            EngineProject.Said again = project.pulumi("preview", "-s", "dev", "--expect-no-changes")
                    .succeeded();

            assertThat(again.text()).contains("unchanged");
            assertThat(cloud.resources().keySet())
                    .anyMatch(id -> id.endsWith("/managedClusters/aks-orders-dev"))
                    .anyMatch(id -> id.endsWith("/agentPools/workload"))
                    .anyMatch(id -> id.endsWith("/maintenanceConfigurations/default"))
                    .anyMatch(id -> id.contains("/dataCollectionRuleAssociations/ContainerInsightsExtension"))
                    .anyMatch(id -> id.contains("/diagnosticSettings/spillway"));
            assertThat(Manifests.of(project).text())
                    .contains("priorityClassName: cluster-headroom")
                    .contains("value: -10");
            project.pulumi("destroy", "-s", "dev", "--yes", "--skip-preview").succeeded();
            assertThat(CloudFile.of(project).resources()).isEmpty();
        }
    }
}
