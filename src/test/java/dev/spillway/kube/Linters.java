package dev.spillway.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Other people's tools for manifests, over objects that lie in one folder, a file for each. */
final class Linters {
    private static final int FINE = 10;
    private static final String KEDA = "keda.sh/";

    private final Path folder;

    private Linters(Path folder) {
        this.folder = folder;
    }

    /** Writes the objects into an empty folder. */
    static Linters over(List<JsonNode> objects, Path folder) {
        try {
            for (JsonNode object : objects) {
                Files.writeString(folder.resolve(fileOf(object)), object.toPrettyString(), UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Linters(folder);
    }

    private static String fileOf(JsonNode object) {
        String group = object.path("apiVersion").asText().startsWith(KEDA) ? "keda-" : "";
        return group + object.path("kind").asText() + "-"
                + object.path("metadata").path("name").asText() + ".json";
    }

    List<Finding> kubeconform(Schemas schemas) {
        JsonNode said = run(List.of(
                KubeTools.named("kubeconform").toString(),
                "-strict",
                "-summary",
                "-output",
                "json",
                "-schema-location",
                schemas.location(),
                folder.toString()));
        List<Finding> findings = new ArrayList<>();
        said.path("resources")
                .forEach(found -> findings.add(new Finding(
                        "kubeconform",
                        found.path("status").asText(),
                        found.path("kind").asText(),
                        found.path("name").asText(),
                        found.path("msg").asText())));
        if (findings.isEmpty() && said.path("summary").path("valid").asInt() != files().size()) {
            throw new AssertionError("kubeconform looked at less than everything: " + said);
        }
        return findings;
    }

    /** It does not know KEDA's kinds, and would look at nothing else beside them. */
    List<Finding> kubeScore() {
        List<String> line =
                new ArrayList<>(List.of(KubeTools.named("kube-score").toString(), "score", "--output-format", "json"));
        files().stream()
                .filter(file -> !file.getFileName().toString().startsWith("keda-"))
                .forEach(file -> line.add(file.toString()));
        List<Finding> findings = new ArrayList<>();
        for (JsonNode object : run(line)) {
            for (JsonNode check : object.path("checks")) {
                if (check.path("grade").asInt() < FINE && !check.path("skipped").asBoolean()) {
                    findings.add(new Finding(
                            "kube-score",
                            check.path("check").path("id").asText(),
                            object.path("type_meta").path("kind").asText(),
                            object.path("object_name").asText(),
                            check.path("comments").findValuesAsText("summary").toString()));
                }
            }
        }
        return findings;
    }

    List<Finding> checkov() {
        JsonNode said = run(List.of(
                KubeTools.pathOf("checkov.sh").toString(),
                "--directory",
                folder.toString(),
                "--framework",
                "kubernetes",
                "--output",
                "json",
                "--compact",
                "--quiet",
                "--skip-download"));
        List<Finding> findings = new ArrayList<>();
        said.path("results").path("failed_checks").forEach(found -> {
            String object = found.path("resource").asText();
            findings.add(new Finding(
                    "checkov",
                    found.path("check_id").asText(),
                    object.substring(0, object.indexOf('.')),
                    object,
                    found.path("check_name").asText()));
        });
        return findings;
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode run(List<String> line) {
        try {
            Process process = new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            JsonNode said = Api.JSON.readTree(process.getInputStream().readAllBytes());
            process.waitFor();
            if (said == null || said.isMissingNode()) {
                throw new AssertionError(line.get(0) + " said nothing");
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while " + line.get(0) + " ran", e);
        }
    }
}
