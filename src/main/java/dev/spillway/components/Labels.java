package dev.spillway.components;

import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import java.util.Map;
import java.util.TreeMap;

/** The labels by which the objects of one workload find each other. */
record Labels(String workload) {
    private static final String NAME = "app.kubernetes.io/name";

    /** What selects the pods: it can never change on a Deployment, so nothing else is in it. */
    LabelSelectorArgs selector() {
        return LabelSelectorArgs.builder().matchLabels(Map.of(NAME, workload)).build();
    }

    Map<String, String> with(Map<String, String> more) {
        Map<String, String> labels = new TreeMap<>(more);
        labels.put(NAME, workload);
        return labels;
    }

    ObjectMetaArgs meta(String name) {
        return meta(name, Map.of());
    }

    ObjectMetaArgs meta(String name, Map<String, ?> annotations) {
        ObjectMetaArgs.Builder meta = ObjectMetaArgs.builder().name(name).labels(with(Map.of()));
        if (!annotations.isEmpty()) {
            meta.annotations(Annotations.output(annotations));
        }
        return meta.build();
    }
}
