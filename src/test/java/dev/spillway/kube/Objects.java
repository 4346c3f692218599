package dev.spillway.kube;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Small objects for tests that are not about our manifests. */
final class Objects {
    static final int REQUEST_MILLICORES = 400;

    private Objects() {}

    static ObjectNode namespace(String name, Map<String, String> labels) {
        ObjectNode namespace =
                Api.JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Namespace");
        ObjectNode own = namespace.putObject("metadata").put("name", name).putObject("labels");
        labels.forEach(own::put);
        return namespace;
    }

    /** Pods that ask for little and are ready after some seconds. */
    static ObjectNode deployment(String namespace, String name, int replicas, int readyAfterSeconds) {
        ObjectNode deployment =
                Api.JSON.createObjectNode().put("apiVersion", "apps/v1").put("kind", "Deployment");
        deployment.putObject("metadata").put("namespace", namespace).put("name", name);
        deployment.withObject("/spec").put("replicas", replicas);
        deployment.withObject("/spec/selector/matchLabels").put("app", name);
        ObjectNode template = deployment.withObject("/spec/template");
        template.withObject("/metadata/labels").put("app", name);
        template.withObject("/metadata/annotations").put("ready-after", readyAfterSeconds + "s");
        template.withObject("/spec")
                .putArray("containers")
                .addObject()
                .put("name", "app")
                .put("image", "nowhere.example/app:1")
                .withObject("/resources/requests")
                .put("cpu", REQUEST_MILLICORES + "m");
        return deployment;
    }
}
