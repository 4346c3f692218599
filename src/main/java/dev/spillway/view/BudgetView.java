package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PodDisruptionBudget: how many pods a drain of nodes may take at once. */
public record BudgetView(ResourceView resource) implements Subject {
    public static final String MOST_AWAY = "spec.maxUnavailable";
    public static final String FEWEST_LEFT = "spec.minAvailable";

    private static final String SELECTOR = "spec.selector";

    /** Whether it covers the pods of a workload. */
    public Fact<Boolean> covers(WorkloadView workload) {
        Fact<Boolean> together = KubernetesName.areTogether(resource, workload.resource());
        Fact<JsonNode> selector = resource.node(SELECTOR);
        Fact<Map<String, String>> labels = workload.pods().labels().orDefault(Map.of());
        return Facts.all(
                together,
                selector.then(node -> labels.then(own -> selects(node, own))).orDefault(false));
    }

    /**
     * Pods that may be away at once, as the disruption controller counts: percentages are of the pods that are wanted and
     * rounded up.
     */
    public Fact<Integer> allowedOf(int pods) {
        Fact<JsonNode> away = resource.node(MOST_AWAY);
        if (!away.isAbsent()) {
            return away.then(node -> share(MOST_AWAY, node, pods));
        }
        return resource.node(FEWEST_LEFT)
                .then(node -> share(FEWEST_LEFT, node, pods))
                .map(left -> Math.max(0, pods - left));
    }

    /** Labels that a pod has to bear, as they are written; it may select by expressions besides. */
    Map<String, JsonNode> selectedLabels() {
        Map<String, JsonNode> labels = new TreeMap<>();
        resource.node(SELECTOR)
                .whenKnown()
                .ifPresent(selector -> selector.path("matchLabels")
                        .properties()
                        .forEach(label -> labels.put(label.getKey(), label.getValue())));
        return labels;
    }

    /** The input that decides. */
    public String path() {
        return resource.node(MOST_AWAY).isAbsent()
                        && !resource.node(FEWEST_LEFT).isAbsent()
                ? FEWEST_LEFT
                : MOST_AWAY;
    }

    private static Fact<Integer> share(String path, JsonNode node, int pods) {
        if (node.isNumber()) {
            return Fact.known(path, node.intValue());
        }
        String text = node.asText();
        if (text.matches("\\d{1,3}%")) {
            double percent = Double.parseDouble(text.substring(0, text.length() - 1));
            return Fact.known(path, (int) Math.ceil(pods * percent / 100));
        }
        return text.matches("\\d{1,6}")
                ? Fact.known(path, Integer.valueOf(text))
                : Fact.unknown(path, "met \"" + text + "\" where a number or a percentage belongs");
    }

    private static Fact<Boolean> selects(JsonNode selector, Map<String, String> labels) {
        Fact<Boolean> selects = whereSeen(true, selector.path("matchLabels"), selector.path("matchExpressions"));
        for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
            boolean isBorne = label.getValue().asText().equals(labels.get(label.getKey()));
            selects = Facts.all(selects, whereSeen(isBorne, label.getValue()));
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            selects = Facts.all(selects, holds(expression, labels));
        }
        return selects;
    }

    private static Fact<Boolean> holds(JsonNode expression, Map<String, String> labels) {
        JsonNode key = expression.path("key");
        JsonNode operator = expression.path("operator");
        JsonNode values = expression.path("values");
        String label = labels.get(key.asText());
        Fact<Boolean> listed = isListed(label, values);
        Fact<Boolean> fits = switch (operator.asText()) {
            case "In" -> listed;
            case "NotIn" -> listed.map(is -> !is);
            case "Exists" -> Fact.known(SELECTOR, label != null);
            case "DoesNotExist" -> Fact.known(SELECTOR, label == null);
            default -> Fact.known(SELECTOR, false);
        };
        return whereSeen(true, expression, key, operator).then(seen -> fits);
    }

    private static Fact<Boolean> isListed(@Nullable String label, JsonNode values) {
        if (label == null) {
            return Fact.known(SELECTOR, false);
        }
        Fact<Boolean> others = whereSeen(false, values);
        for (JsonNode value : values) {
            if (value.asText().equals(label)) {
                return Fact.known(SELECTOR, true);
            }
            others = others.then(unlisted -> whereSeen(unlisted, value));
        }
        return others;
    }

    private static Fact<Boolean> whereSeen(boolean claim, JsonNode... parts) {
        return Stream.of(parts).anyMatch(Inputs::isUnknown)
                ? Fact.unknown(SELECTOR, "some of it is known only after deployment")
                : Fact.known(SELECTOR, claim);
    }
}
