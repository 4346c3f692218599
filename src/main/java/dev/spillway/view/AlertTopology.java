package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The alert rules of a stack and who they tell. */
public final class AlertTopology {
    private static final String GROUPS = "actionGroups";

    private final List<AlertView> alerts;
    private final KeyIndex<AlertView> byScope;
    private final Join<ActionGroupView> groups;

    AlertTopology(ResourceGraph graph) {
        this.alerts = Stream.of(
                        graph.of(ResourceKind.METRIC_ALERT).map(alert -> new AlertView(alert, AlertView.Kind.METRIC)),
                        graph.of(ResourceKind.QUERY_ALERT).map(alert -> new AlertView(alert, AlertView.Kind.QUERY)),
                        graph.of(ResourceKind.PROMETHEUS_RULES)
                                .map(alert -> new AlertView(alert, AlertView.Kind.PROMETHEUS)),
                        graph.of(ResourceKind.ACTIVITY_ALERT)
                                .map(alert -> new AlertView(alert, AlertView.Kind.ACTIVITY)))
                .flatMap(kind -> kind)
                .sorted(Comparator.comparing(AlertView::urn))
                .toList();
        this.byScope = new KeyIndex<>(alerts, AlertView::keys);
        this.groups = new Join<>(
                graph.of(ResourceKind.ACTION_GROUP).map(ActionGroupView::new).toList(), ActionGroupView::azureName);
    }

    /** Alert rules of every kind, sorted by URN. */
    public List<AlertView> alerts() {
        return alerts;
    }

    /** Whether an alert that is on watches a target for a signal, by a condition that fits. */
    public Search watched(ArmTarget target, AlertSignal signal, Function<AlertCondition, Fact<Boolean>> fits) {
        return Search.among(
                byScope.sharing(ArmKeys.of(target)),
                alert -> Facts.all(alert.isEnabled(), alert.watches(target), alert.asksFor(signal, fits)));
    }

    /** The action groups that an alert tells; one that is not in the stack is absent. */
    public List<Fact<ActionGroupView>> groups(AlertView alert) {
        List<Fact<ActionGroupView>> told = new ArrayList<>();
        for (Fact<String> id : groupIds(alert.resource())) {
            told.add(groups.find(ArmId.nameIn(id, GROUPS), alert.resource(), "actions"));
        }
        return told;
    }

    /** Metric and activity rules list objects or hold them below {@code actionGroups}; query rules list ids there. */
    private static List<Fact<String>> groupIds(ResourceView alert) {
        List<Fact<String>> ids = new ArrayList<>();
        for (String path : List.of("actions", "actions.actionGroups")) {
            Fact<JsonNode> list = alert.node(path);
            if (list.isUnknown()) {
                ids.add(list.map(JsonNode::asText));
                return ids;
            }
            int size = list.whenKnown()
                    .filter(JsonNode::isArray)
                    .map(JsonNode::size)
                    .orElse(0);
            for (int at = 0; at < size; at++) {
                Fact<String> object = alert.text(path + "." + at + ".actionGroupId");
                ids.add(object.isAbsent() ? alert.text(path + "." + at) : object);
            }
        }
        return ids;
    }
}
