package dev.spillway.plan;

import dev.spillway.loss.LossForecast;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.model.StackSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything a stack will declare, with the reasons. */
public record StackPlan(
        StackSpec spec,
        List<NamespacePlan> namespaces,
        List<WorkloadPlan> workloads,
        Optional<ClusterPlan> cluster,
        EventGridPlan eventGrid) {
    public StackPlan {
        namespaces = List.copyOf(namespaces);
        workloads = List.copyOf(workloads);
    }

    /** The whole sizing table. */
    public List<Setting> settings() {
        return Stream.of(
                        namespaces.stream().flatMap(plan -> settingsOf(plan).stream()),
                        eventGrid.settings().stream(),
                        cluster.stream().flatMap(plan -> settingsOf(plan).stream()),
                        workloads.stream().flatMap(plan -> settingsOf(plan).stream()))
                .flatMap(settings -> settings)
                .toList();
    }

    public List<Setting> settingsOf(NamespacePlan plan) {
        return Settings.of(plan);
    }

    public static List<Setting> settingsOf(ClusterPlan plan) {
        return ClusterSettings.of(plan);
    }

    public List<Setting> settingsOf(WorkloadPlan plan) {
        return Settings.of(plan);
    }

    /** What people have to do beside what is declared. */
    public List<Runbook> runbooks() {
        return namespaces.stream()
                .flatMap(namespace -> namespace.runbooks().stream())
                .toList();
    }

    /** Why this must not be deployed, sorted by place; mostly nothing. */
    public List<String> refusals() {
        return namespaces.stream()
                .flatMap(namespace -> namespace.refusals().stream())
                .sorted()
                .toList();
    }

    public NamespacePlan namespace(String name) {
        return namespaces.stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no namespace " + name));
    }

    public WorkloadPlan workload(String name) {
        return workloads.stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload " + name));
    }

    /** What the declared load would lose at this namespace; empty where a load is not declared. */
    public Optional<LossForecast> forecast(NamespacePlan namespace) {
        return figures(namespace).map(LossModel::forecast);
    }

    /** What a forecast of this namespace is computed from; empty where a load is not declared. */
    public Optional<PipelineFigures> figures(NamespacePlan namespace) {
        return PlannedFigures.of(namespace, workloads);
    }

    public Optional<LossSummary> lossSummary(NamespacePlan namespace) {
        return forecast(namespace).map(loss -> new LossSummary(loss.lostEvents(), loss.lossPercent()));
    }
}
