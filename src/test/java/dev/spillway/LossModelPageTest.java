package dev.spillway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.loss.ForecastJson;
import dev.spillway.loss.ScenarioJson;
import dev.spillway.testsupport.Golden;
import dev.spillway.units.NumberText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The worked examples of {@code docs/loss-model.md}: each is computed, and the page shows what came out. */
class LossModelPageTest {
    private static final Path PAGE = Path.of("docs/loss-model.md");
    private static final Pattern SCENARIO = Pattern.compile("```json (\\w+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BASE = Pattern.compile("Change to `(\\w+)`");
    private static final Pattern POINTER = Pattern.compile("`(/[^`]+)`");
    private static final Pattern CHANGE = Pattern.compile("`(\\{.*})`");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every row of every table by its scenario and its first cell. */
    private static final Map<String, List<String>> ROWS = new LinkedHashMap<>();

    private static String page = "";
    private static String now = "";

    @BeforeAll
    static void compute() throws IOException {
        page = Files.readString(PAGE);
        Map<String, JsonNode> scenarios = new LinkedHashMap<>();
        Matcher scenario = SCENARIO.matcher(page);
        while (scenario.find()) {
            scenarios.put(scenario.group(1), JSON.readTree(scenario.group(2)));
        }
        String base = "";
        List<String> pointers = List.of();
        List<String> lines = new ArrayList<>();
        for (String line : page.split("\n", -1)) {
            Matcher header = BASE.matcher(line);
            Matcher change = CHANGE.matcher(line);
            if (header.find()) {
                base = header.group(1);
                pointers = POINTER.matcher(line)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
            } else if (line.startsWith("|") && change.find()) {
                lines.add(computed(line, change.group(1), base, scenarios, pointers));
                continue;
            }
            lines.add(line);
        }
        now = String.join("\n", lines);
    }

    @Test
    void thePageShowsWhatTheModelComputes() {
        Golden.assertMatches(PAGE, now);
    }

    /** What the text around the tables claims. */
    @Test
    void theSurprisesAreTrue() {
        assertThat(value("incident: one pod becomes two", 0)).isEqualTo("22,400");
        assertThat(value("incident: one pod stays one", 0)).isEqualTo("8,000");
        assertThat(value("incident: one pod, held to 1,000 events/s", 0)).isEqualTo("0");
        assertThat(value("incident: target 60 % instead of 80 %", 0)).isEqualTo("22,400");
        assertThat(value("incident: a pod ready after 5 s instead of 60", 0)).isEqualTo("22,400");
        assertThat(value("incident: no retry at all", 0)).isEqualTo("45,600");
        assertThat(value("incident: retries 7 / 2 s / 30 s", 0)).isEqualTo("0");
        assertThat(value("incident: what is certain", 0)).isEqualTo("31.3");
        assertThat(value("incident: every try until its timeout", 0)).isEqualTo("276.3");
        assertThat(value("incident: one at a time", 0)).isEqualTo("oneSendAtATime");
        assertThat(number("incident: one at a time", 1)).isGreaterThan(5_000);
        assertThat(number("incident: many sends at once", 1)).isLessThan(277);
        assertThat(value("hot: forty units", 0)).isEqualTo(value("hot: four units", 0));
        assertThat(number("expiring: two units, two hours of retention", 0)).isZero();
        assertThat(number("expiring: two units", 0)).isGreaterThan(number("expiring: one unit", 0));
        assertThat(value("grid: two hours down", 2)).isEqualTo("17,200");
        assertThat(value("grid: five attempts, a dead-letter destination", 0)).isEqualTo("0");
    }

    /** The model's own table of auto-inflate's reaction. */
    @Test
    void autoInflateHasToActBeforeRetriesRunOut() {
        assertThat(value("incident: 60 s", 0)).isEqualTo("0");
        assertThat(value("incident: 110 s", 0)).isEqualTo("0");
        assertThat(number("incident: 120 s", 0)).isBetween(7_953.0 - 1, 7_953.0 + 1);
        assertThat(number("incident: 140 s", 0)).isBetween(21_184.0 - 1, 21_184.0 + 1);
        assertThat(value("incident: 300 s", 0)).isEqualTo("22,400");
    }

    /** A dozen rows at least, so that a page that lost its tables does not pass. */
    @Test
    void everyTableWasRead() {
        assertThat(ROWS).hasSizeGreaterThan(30);
    }

    private static String computed(
            String line, String change, String base, Map<String, JsonNode> scenarios, List<String> pointers) {
        JsonNode forecast = forecast(merged(Objects.requireNonNull(scenarios.get(base), base), parsed(change)));
        List<String> values =
                pointers.stream().map(pointer -> shown(forecast.at(pointer))).toList();
        String[] cells = line.split("\\|", -1);
        String name = cells[1].strip();
        ROWS.put(base + ": " + name, values);
        return "|" + cells[1] + "|" + cells[2] + "| " + values.stream().collect(Collectors.joining(" | ")) + " |";
    }

    private static JsonNode forecast(JsonNode scenario) {
        return ForecastJson.write(ScenarioJson.scenario(scenario));
    }

    private static String shown(JsonNode value) {
        assertThat(value.isValueNode()).as("a value").isTrue();
        return value.isNumber() ? NumberText.number(value.asDouble()) : value.asText();
    }

    /** As RFC 7396 has it, without the removal of fields. */
    private static JsonNode merged(JsonNode base, JsonNode change) {
        ObjectNode merged = base.deepCopy();
        change.properties().forEach(field -> {
            JsonNode before = merged.path(field.getKey());
            boolean both = before.isObject() && field.getValue().isObject();
            merged.set(field.getKey(), both ? merged(before, field.getValue()) : field.getValue());
        });
        return merged;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static String value(String row, int column) {
        return Objects.requireNonNull(ROWS.get(row), row).get(column);
    }

    private static double number(String row, int column) {
        return Double.parseDouble(value(row, column).replace(",", ""));
    }
}
