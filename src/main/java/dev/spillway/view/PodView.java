package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pods that a workload makes: what stands below {@code spec.template}. */
public record PodView(ResourceView resource) implements Subject {
    private static final String SPEC = "spec.template.spec.";
    private static final String CONTAINERS = SPEC + "containers";

    /** One container and where it stands. */
    public record Container(ResourceView resource, String path) implements Subject {
        public String path(String input) {
            return path + "." + input;
        }

        public Fact<String> title() {
            return resource.text(path("name"));
        }

        public Fact<JsonNode> node(String input) {
            return resource.node(path(input));
        }

        /** What it asks for: its request, or else its limit, which Kubernetes then takes for the request. */
        public Fact<Double> request(String of) {
            Fact<Double> request = Quantity.in(resource, path("resources.requests." + of));
            return request.isAbsent() ? limit(of).isAbsent() ? request : limit(of) : request;
        }

        public Fact<Double> limit(String of) {
            return Quantity.in(resource, path("resources.limits." + of));
        }
    }

    /** The containers that run as long as the pod does. */
    public Fact<List<Container>> containers() {
        return resource.node(CONTAINERS).map(list -> {
            List<Container> containers = new ArrayList<>();
            for (int at = 0; at < list.size(); at++) {
                containers.add(new Container(resource, CONTAINERS + "." + at));
            }
            return containers;
        });
    }

    public Fact<JsonNode> spec(String input) {
        return resource.node(SPEC + input);
    }

    public String path(String input) {
        return SPEC + input;
    }

    /** Cores or bytes that one pod asks for in all. */
    public Fact<Double> request(String of) {
        return containers().then(list -> {
            Fact<Double> sum = Fact.known(CONTAINERS, 0.0);
            for (Container container : list) {
                sum = Fact.both(sum, container.request(of), Double::sum);
            }
            return sum;
        });
    }

    Fact<Map<String, String>> labels() {
        return texts("spec.template.metadata.labels");
    }

    Fact<Map<String, String>> nodeSelector() {
        return texts(SPEC + "nodeSelector").orDefault(Map.of());
    }

    /** Whether its pods may run on nodes with a taint. */
    public Fact<Boolean> tolerates(String taint) {
        return spec("tolerations").then(list -> tolerates(list, taint)).orDefault(false);
    }

    private static Fact<Boolean> tolerates(JsonNode list, String taint) {
        String path = SPEC + "tolerations";
        boolean isHidden = false;
        for (JsonNode element : list) {
            if (Inputs.isUnknown(element) || hidesSomething(element)) {
                isHidden = true;
            } else if (Toleration.read(element).covers(taint)) {
                return Fact.known(path, true);
            }
        }
        return isHidden ? Fact.unknown(path, "some of it is known only after deployment") : Fact.known(path, false);
    }

    private static boolean hidesSomething(JsonNode element) {
        return element.properties().stream().anyMatch(field -> Inputs.isUnknown(field.getValue()));
    }

    private Fact<Map<String, String>> texts(String path) {
        return resource.node(path).then(node -> {
            Map<String, String> texts = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (Inputs.isUnknown(field.getValue())) {
                    return Fact.unknown(path, field.getKey() + " is known only after deployment");
                }
                texts.put(field.getKey(), field.getValue().asText());
            }
            return Fact.known(path, texts);
        });
    }
}
