package dev.spillway.components;

import com.pulumi.azurenative.operationalinsights.Workspace;
import com.pulumi.azurenative.operationalinsights.WorkspaceArgs;
import com.pulumi.azurenative.operationalinsights.inputs.WorkspaceSkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.plan.MonitoringPlan;

/** The workspace that logs go to: one that exists, or one that is declared. */
record LogWorkspace(Output<String> id, Output<String> resourceGroup, Output<String> name) {
    private static final int RESOURCE_GROUP = 4;
    private static final int NAME = 8;

    static LogWorkspace of(
            String name, EventPipelineMonitoringArgs args, MonitoringPlan plan, CustomResourceOptions child) {
        return plan.spec().workspaceId().map(LogWorkspace::existing).orElseGet(() -> {
            Workspace made = new Workspace(
                    name,
                    WorkspaceArgs.builder()
                            .resourceGroupName(args.resourceGroupName())
                            .workspaceName(name + "-logs")
                            .location(args.location())
                            .sku(WorkspaceSkuArgs.builder().name("PerGB2018").build())
                            .retentionInDays(plan.logRetentionDays().value())
                            .tags(args.tags())
                            .build(),
                    child);
            return new LogWorkspace(made.id(), args.resourceGroupName(), made.name());
        });
    }

    private static LogWorkspace existing(String id) {
        String[] parts = id.split("/", -1);
        return new LogWorkspace(Output.of(id), Output.of(parts[RESOURCE_GROUP]), Output.of(parts[NAME]));
    }
}
