package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenario files, field by field, with the agreement that the loss model asks for. */
final class LossCasesTest {
    private static final double RELATIVE = 1e-6;
    private static final double ABSOLUTE = 0.01;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-s1-incident",
                "02-s1-retries",
                "03-s1-auto-inflate",
                "08-zero-load",
                "09-exactly-at-capacity",
                "13-retention-capture",
                "14-hot-partition",
                "28-event-grid-two-hours"
            })
    void everyFieldAgrees(String id) {
        JsonNode file = file(id);

        JsonNode actual = ForecastJson.write(ScenarioJson.scenario(file.get("scenario")));

        assertThat(differences("", file.get("expected"), actual)).isEmpty();
    }

    private static List<String> differences(String place, JsonNode expected, JsonNode actual) {
        if (agree(expected, actual)) {
            return List.of();
        }
        if (!expected.isContainerNode() || expected.size() == 0) {
            return List.of(place + ": expected " + expected + " but was " + actual);
        }
        if (expected.isArray() && expected.size() != actual.size()) {
            return List.of(place + ": expected " + expected + " but was " + actual);
        }
        var differences = new ArrayList<String>();
        expected.properties()
                .forEach(field -> differences.addAll(
                        differences(place + "/" + field.getKey(), field.getValue(), actual.path(field.getKey()))));
        for (int i = 0; expected.isArray() && i < expected.size(); i++) {
            differences.addAll(differences(place + "/" + i, expected.get(i), actual.path(i)));
        }
        return differences;
    }

    private static boolean agree(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            double allowed = Math.max(ABSOLUTE, RELATIVE * Math.abs(expected.doubleValue()));
            return Math.abs(expected.doubleValue() - actual.doubleValue()) <= allowed;
        }
        return expected.equals(actual);
    }

    private static JsonNode file(String id) {
        try (var stream = LossCasesTest.class.getResourceAsStream("/loss/cases/" + id + ".json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
