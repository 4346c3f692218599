package dev.spillway.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.engine.AzureCommandLine;
import dev.spillway.engine.EngineProject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real provider puts the stacks' workloads into a real API server, beside controllers that do their own work there. */
@Tag("kube")
final class StackOnAClusterTest {
    private static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/default/deployments/";
    private static final double FULL_MILLICORES = 2_000;

    private final Api api = SharedPlane.api();

    static List<String> stacks() {
        return StackFiles.names();
    }

    @BeforeAll
    static void podsHaveToKeepTheStrictestStandard() {
        SharedPlane.restrict("default");
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void isCreatedLeftAloneWhileItScalesAndTakenAwayWhole(String stack) throws IOException {
        try (EngineProject project = project(stack);
                MetricsStandIn metrics = MetricsStandIn.of(api, 1)) {
            assertThat(up(project, stack)).doesNotContain("violate PodSecurity");
            assertThat(StackFiles.objects(stack))
                    .allSatisfy(
                            object -> assertThat(api.find(api.pathOf(object)).isObject())
                                    .as(api.pathOf(object))
                                    .isTrue());
            Map<String, Integer> grown = grow(stack, metrics);
            project.pulumi("up", "-s", stack, "--yes", "--skip-preview", "--expect-no-changes")
                    .succeeded();
            assertThat(replicas(stack)).isEqualTo(grown);

            destroy(project, stack);
            assertThat(StackFiles.objects(stack))
                    .allSatisfy(
                            object -> assertThat(api.find(api.pathOf(object)).isMissingNode())
                                    .as(api.pathOf(object))
                                    .isTrue());
            Await.until(
                    "the pods are gone",
                    () -> api.list("/api/v1/namespaces/default/pods").findAny().isEmpty());
        }
    }

    /**
     * The provider makes what kubectl applied or scaled its own, and took the number of replicas away with the next release: one
     * pod was left of three.
     */
    @Test
    void whatKubectlSetIsKeptWhenADeploymentIsAdoptedAndReleased() throws IOException {
        for (JsonNode deployment : StackFiles.objects("dev", "Deployment")) {
            ObjectNode live = deployment.deepCopy();
            live.withObject("/spec").put("replicas", 3);
            api.apply(live, "kubectl").fine();
        }
        try (EngineProject project = project("dev")) {
            up(project, "dev");
            assertThat(replicas("dev").values()).containsExactly(3, 3);

            project.edit("stacks/dev/stack.yaml", "order-api@sha256:2f", "order-api@sha256:3f")
                    .edit("stacks/dev/stack.yaml", "billing@sha256:91", "billing@sha256:81");
            up(project, "dev");
            assertThat(replicas("dev").values()).containsExactly(3, 3);

            replicas("dev").keySet().forEach(name -> scale(name, 4, "kubectl"));
            project.edit("stacks/dev/stack.yaml", "order-api@sha256:3f", "order-api@sha256:4f")
                    .edit("stacks/dev/stack.yaml", "billing@sha256:81", "billing@sha256:71");
            up(project, "dev");
            assertThat(replicas("dev").values()).containsExactly(4, 4);
            destroy(project, "dev");
        }
    }

    private static EngineProject project(String stack) throws IOException {
        EngineProject project = EngineProject.fresh();
        project.write(
                "Pulumi." + stack + ".yaml",
                "config:\n  spillway:stackFile: stacks/" + stack + "/stack.yaml\n  kubernetes:kubeconfig: "
                        + SharedPlane.plane().kubeconfig() + "\n");
        project.pulumi("stack", "init", stack).succeeded();
        return project;
    }

    private static String up(EngineProject project, String stack) {
        return project.pulumi("up", "-s", stack, "--yes", "--skip-preview")
                .succeeded()
                .text();
    }

    /** What holds events is protected in most stacks, and a pair is broken first; here nobody's events are in it. */
    private static void destroy(EngineProject project, String stack) throws IOException {
        project.pulumi("state", "unprotect", "--all", "-s", stack, "--yes").succeeded();
        String outputs =
                project.pulumi("stack", "output", "-s", stack).succeeded().text();
        for (String line : outputs.lines().toList()) {
            if (line.contains("BreakPairCommand")) {
                AzureCommandLine.run(
                        project, line.substring(line.indexOf("az ")).strip());
            }
        }
        project.pulumi("destroy", "-s", stack, "--yes", "--skip-preview").succeeded();
    }

    /** What a failed test left there would be in the way of the next one. */
    @AfterEach
    void nothingIsLeft() {
        for (String stack : stacks()) {
            StackFiles.objects(stack).forEach(object -> api.delete(api.pathOf(object)));
        }
    }

    /** Autoscalers on CPU are given work; nobody plays KEDA here, so its scalers' part is done by hand. */
    private Map<String, Integer> grow(String stack, MetricsStandIn metrics) {
        metrics.use("default", ready -> FULL_MILLICORES);
        for (JsonNode scaled : StackFiles.objects(stack, "ScaledObject")) {
            String target =
                    scaled.path("spec").path("scaleTargetRef").path("name").asText();
            int most = scaled.path("spec").path("maxReplicaCount").asInt();
            scale(target, most, "keda");
        }
        Map<String, Integer> most = new TreeMap<>();
        StackFiles.objects(stack, "HorizontalPodAutoscaler")
                .forEach(scaler -> most.put(
                        scaler.path("spec").path("scaleTargetRef").path("name").asText(),
                        scaler.path("spec").path("maxReplicas").asInt()));
        StackFiles.objects(stack, "ScaledObject")
                .forEach(scaler -> most.put(
                        scaler.path("spec").path("scaleTargetRef").path("name").asText(),
                        scaler.path("spec").path("maxReplicaCount").asInt()));
        Await.until(
                "the scalers have gone as far as they may",
                () -> replicas(stack).equals(most));
        return most;
    }

    private void scale(String deployment, int replicas, String manager) {
        api.merge(
                        DEPLOYMENTS + deployment + "/scale?fieldManager=" + manager,
                        "{\"spec\":{\"replicas\":" + replicas + "}}")
                .fine();
    }

    private Map<String, Integer> replicas(String stack) {
        Map<String, Integer> replicas = new TreeMap<>();
        for (JsonNode deployment : StackFiles.objects(stack, "Deployment")) {
            String name = deployment.path("metadata").path("name").asText();
            replicas.put(
                    name,
                    api.get(DEPLOYMENTS + name).path("spec").path("replicas").asInt());
        }
        return replicas;
    }
}
