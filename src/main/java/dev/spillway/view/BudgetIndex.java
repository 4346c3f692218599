package dev.spillway.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Budgets and workloads that may belong together: by Kubernetes namespace and by the rarest label that the budget selects. */
final class BudgetIndex {
    /** In place of a label: of budgets that select by none that is known, and of workloads whose labels are not known. */
    private static final String SELECTS_ANY = "*";

    private static final String BEARS_ANY = "?";

    /** In place of a namespace. */
    private static final String NOT_KNOWN = "unknown/";

    private static final String KNOWN = "known/";

    private final KeyIndex<WorkloadView> workloads;
    private final KeyIndex<BudgetView> budgets;

    BudgetIndex(List<BudgetView> budgets, List<WorkloadView> workloads) {
        this.workloads = new KeyIndex<>(workloads, BudgetIndex::keys);
        this.budgets = new KeyIndex<>(budgets, this::keys);
    }

    List<BudgetView> near(WorkloadView workload) {
        return budgets.sharing(keys(workload));
    }

    List<WorkloadView> near(BudgetView budget) {
        return workloads.sharing(keys(budget));
    }

    private static KeyIndex.Keys keys(WorkloadView workload) {
        Fact<Map<String, String>> labels = workload.pods().labels().orDefault(Map.of());
        Stream<String> borne = labels.isKnown()
                ? labels.value().entrySet().stream().map(label -> label(label.getKey(), label.getValue()))
                : Stream.of(BEARS_ANY);
        Fact<String> namespace = KubernetesName.namespaceOf(workload.resource());
        List<String> keys = new ArrayList<>();
        Stream.concat(borne, Stream.of(SELECTS_ANY)).forEach(label -> {
            keys.add(namespace.isKnown() ? within(namespace.value(), label) : KNOWN + label);
            keys.add(NOT_KNOWN + label);
        });
        return new KeyIndex.Keys(keys, false);
    }

    private KeyIndex.Keys keys(BudgetView budget) {
        Fact<String> namespace = KubernetesName.namespaceOf(budget.resource());
        Stream<String> labels = budget.selectedLabels().entrySet().stream()
                .filter(label -> !Inputs.isUnknown(label.getValue()))
                .map(label -> label(label.getKey(), label.getValue().asText()));
        String rarest = labels.min(Comparator.comparingInt(label ->
                        workloads.count(namespace.isKnown() ? within(namespace.value(), label) : NOT_KNOWN + label)))
                .orElse(SELECTS_ANY);
        List<String> keys = new ArrayList<>();
        for (String label : List.of(rarest, BEARS_ANY)) {
            if (namespace.isKnown()) {
                keys.add(within(namespace.value(), label));
                keys.add(KNOWN + label);
            } else {
                keys.add(NOT_KNOWN + label);
            }
        }
        return new KeyIndex.Keys(keys, false);
    }

    private static String within(String namespace, String label) {
        return "in/" + namespace + "/" + label;
    }

    private static String label(String name, String value) {
        return name + "=" + value;
    }
}
