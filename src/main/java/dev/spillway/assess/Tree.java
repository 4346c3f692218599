package dev.spillway.assess;

import dev.spillway.report.PreviewReport.Declared;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The declared resources as a tree, without the stack itself. */
final class Tree {
    private static final String STACK = "pulumi:pulumi:Stack";

    private final ResourceGraph graph;
    private final Map<String, List<ResourceView>> byParent;
    private final List<Declared> rows = new ArrayList<>();

    private Tree(ResourceGraph graph) {
        this.graph = graph;
        this.byParent = graph.resources().stream().collect(Collectors.groupingBy(ResourceView::parent));
    }

    static List<Declared> of(ResourceGraph graph) {
        Tree tree = new Tree(graph);
        graph.resources().stream().filter(tree::stands).forEach(top -> tree.add(top, 0));
        return List.copyOf(tree.rows);
    }

    /** Whether a resource stands at the top: under the stack, or under nothing. */
    private boolean stands(ResourceView resource) {
        return !resource.type().equals(STACK)
                && graph.find(resource.parent())
                        .map(parent -> parent.type().equals(STACK))
                        .orElse(true);
    }

    private void add(ResourceView resource, int depth) {
        rows.add(new Declared(
                depth, resource.type(), resource.name(), resource.options().protect()));
        byParent.getOrDefault(resource.urn(), List.of()).forEach(child -> add(child, depth + 1));
    }
}
