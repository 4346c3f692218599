package dev.spillway.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real API server takes every rendered manifest as it is: no field unknown, no value refused, nothing warned of. */
@Tag("kube")
final class StrictManifestsTest {
    private static final Api API = SharedPlane.api();

    static List<String> stacks() {
        return StackFiles.names();
    }

    @BeforeAll
    static void podsHaveToKeepTheStrictestStandard() {
        SharedPlane.restrict("default");
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void everythingIsAcceptedWithoutAWarning(String stack) {
        List<JsonNode> objects = StackFiles.objects(stack);

        assertThat(objects).isNotEmpty();
        assertThat(objects).flatMap(StrictManifestsTest::complaints).isEmpty();
    }

    @Test
    void aFieldThatDoesNotExistIsRefused() {
        ObjectNode scaler = someOf("HorizontalPodAutoscaler");
        scaler.withObject("/spec").put("minReplica", 3);

        assertThat(complaints(scaler)).singleElement().asString().contains("minReplica");
    }

    @Test
    void aFieldThatKedaDoesNotKnowIsRefused() {
        ObjectNode scaler = someOf("ScaledObject");
        scaler.withObject("/spec").put("minReplicas", 3);

        assertThat(complaints(scaler)).singleElement().asString().contains("minReplicas");
    }

    @Test
    void aPodThatMayBecomeMoreIsWarnedOf() {
        ObjectNode deployment = someOf("Deployment");
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/securityContext"))
                .put("allowPrivilegeEscalation", true);

        assertThat(complaints(deployment)).singleElement().asString().contains("allowPrivilegeEscalation");
    }

    private static ObjectNode someOf(String kind) {
        return StackFiles.objects("dev", kind).get(0).deepCopy();
    }

    private static List<String> complaints(JsonNode object) {
        Api.Answer answer = API.apply(object, "strict", "dryRun=All", "fieldValidation=Strict");
        List<String> found = new ArrayList<>(answer.warnings());
        if (!answer.isFine()) {
            found.add(API.pathOf(object) + ": " + answer.message());
        }
        return found;
    }
}
