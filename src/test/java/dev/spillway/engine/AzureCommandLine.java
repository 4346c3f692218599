package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an operator types, done to the stand-in's cloud: the commands that our outputs print, to the letter. */
public final class AzureCommandLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BREAK_PAIR = "az eventhubs georecovery-alias break-pair";

    private AzureCommandLine() {}

    /** Fails where the command is not one that is known, or what it is about is not there. */
    public static void run(EngineProject project, String command) throws IOException {
        if (!command.startsWith(BREAK_PAIR + " ")) {
            throw new AssertionError("not a command that this stand-in knows: " + command);
        }
        Map<String, String> options =
                options(command.substring(BREAK_PAIR.length()).strip());
        if (!options.keySet().equals(java.util.Set.of("--resource-group", "--namespace-name", "--alias"))) {
            throw new AssertionError("not the options of " + BREAK_PAIR + ": " + options);
        }
        JsonNode cloud = JSON.readTree(project.cloud().toFile());
        String id = "/resourceGroups/" + options.get("--resource-group")
                + "/providers/Microsoft.EventHub/namespaces/" + options.get("--namespace-name")
                + "/disasterRecoveryConfigs/" + options.get("--alias");
        ObjectNode properties = (ObjectNode) cloud.path("resources").properties().stream()
                .filter(resource -> resource.getKey().endsWith(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no alias " + id))
                .getValue()
                .path("properties");
        properties.put("partnerNamespace", "").put("role", "PrimaryNotReplicating");
        Files.writeString(project.cloud(), cloud.toPrettyString() + "\n", UTF_8);
    }

    private static Map<String, String> options(String text) {
        List<String> words = List.of(text.split(" ", -1));
        Map<String, String> options = new LinkedHashMap<>();
        for (int at = 0; at + 1 < words.size(); at += 2) {
            options.put(words.get(at), words.get(at + 1));
        }
        return options;
    }
}
