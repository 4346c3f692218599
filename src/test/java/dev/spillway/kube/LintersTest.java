package dev.spillway.kube;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kubeconform, kube-score and checkov find nothing in the rendered manifests that is not explained, and miss nothing that is. */
@Tag("kube")
final class LintersTest {
    @TempDir
    private Path folder;

    @Test
    void everyFindingIsExplainedAndEveryExplanationIsUsed() throws IOException {
        List<Explanation> unused = new ArrayList<>(Explanation.all());
        List<String> unexplained = new ArrayList<>();
        for (String stack : StackFiles.names()) {
            for (Finding finding : findings(stack)) {
                List<Explanation> reasons = Explanation.all().stream()
                        .filter(line -> line.explains(stack, finding))
                        .toList();
                unused.removeAll(reasons);
                if (reasons.isEmpty()) {
                    unexplained.add(stack + ": " + finding);
                }
            }
        }

        assertThat(unexplained).isEmpty();
        assertThat(unused).isEmpty();
    }

    private List<Finding> findings(String stack) throws IOException {
        List<JsonNode> objects = StackFiles.objects(stack);
        Linters linters = Linters.over(objects, made(stack));
        List<Finding> findings = new ArrayList<>(linters.kubeconform(schemas(stack, objects)));
        findings.addAll(linters.kubeScore());
        findings.addAll(linters.checkov());
        return findings;
    }

    @Test
    void kubeconformSeesAFieldThatDoesNotExist() throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        for (String kind : List.of("Deployment", "ScaledObject")) {
            ObjectNode object = StackFiles.objects("dev", kind).get(0).deepCopy();
            object.withObject("/spec").put("minReplica", 2);
            objects.add(object);
        }

        assertThat(Linters.over(objects, made("wrong")).kubeconform(schemas("wrong", objects)))
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder("Deployment", "ScaledObject");
    }

    private Path made(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private Schemas schemas(String name, List<JsonNode> objects) throws IOException {
        return Schemas.written(SharedPlane.api(), objects, made(name + "-schemas"));
    }
}
