package dev.spillway.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-in for {@code az}: what an operator types, done to the stand-in's cloud. It knows the commands that our outputs print
 * and that our pages name, to the letter, and refuses every other command and option.
 */
public final class AzureCommandLine {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String GROUP = "--resource-group";
    private static final String NAME = "--name";
    private static final String NAMESPACE = "--namespace-name";
    private static final String ALIAS = "--alias";
    private static final String QUERY = "--query";
    private static final String OUTPUT = "--output";

    private static final Map<String, String> ROLES = Map.of(
            "2b629674-e913-4c01-ae53-ef4638d8f975", "Azure Event Hubs Data Sender",
            "a638d3c7-ab3a-418d-83e6-5f17a39d4fde", "Azure Event Hubs Data Receiver");

    private final CloudFile cloud;
    private final String command;
    private final Map<String, String> options;

    private AzureCommandLine(CloudFile cloud, String command, Map<String, String> options) {
        this.cloud = cloud;
        this.command = command;
        this.options = options;
    }

    /** What the command prints. Fails where it is not one that is known, or what it is about is not there. */
    public static String run(EngineProject project, String line) throws IOException {
        List<String> verbs = new ArrayList<>();
        Map<String, String> options = new TreeMap<>();
        String open = "";
        for (Matcher word = WORD.matcher(line); word.find(); ) {
            String text = word.group(1) == null ? word.group() : word.group(1);
            if (!open.isEmpty()) {
                options.put(open, text);
                open = "";
            } else if (text.startsWith("--")) {
                open = text;
            } else {
                verbs.add(text);
            }
        }
        if (!open.isEmpty()) {
            throw new AssertionError("an option without a value: " + line);
        }
        return new AzureCommandLine(CloudFile.of(project), String.join(" ", verbs), options).run();
    }

    private String run() throws IOException {
        return switch (command) {
            case "az eventhubs namespace update" -> updated();
            case "az eventhubs namespace show" -> shown(namespace(option(NAME)), GROUP, NAME);
            case "az eventhubs eventhub show" ->
                shown(namespace(option(NAMESPACE)) + "/eventhubs/" + option(NAME), GROUP, NAMESPACE, NAME);
            case "az eventhubs georecovery-alias show" -> shown(alias(), GROUP, NAMESPACE, ALIAS);
            case "az eventhubs georecovery-alias break-pair" -> pairBroken();
            case "az eventhubs georecovery-alias fail-over" -> failedOver();
            case "az eventhubs georecovery-alias delete" -> aliasDeleted();
            case "az role assignment list" -> roles();
            default -> throw new AssertionError("not a command that this stand-in knows: " + command + " " + options);
        };
    }

    private String updated() throws IOException {
        String id = namespace(option(NAME));
        if (options.containsKey("--capacity")) {
            takes(GROUP, NAME, "--capacity");
            int units = Integer.parseInt(option("--capacity"));
            cloud.drift(id, body -> ((ObjectNode) body.path("sku")).put("capacity", units));
        } else {
            takes(GROUP, NAME, "--disable-local-auth");
            boolean refuses = switch (option("--disable-local-auth")) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new AssertionError("neither true nor false: " + options);
            };
            cloud.drift(id, body -> properties(body).put("disableLocalAuth", refuses));
        }
        return "";
    }

    private String pairBroken() throws IOException {
        takes(GROUP, NAMESPACE, ALIAS);
        cloud.drift(
                alias(), body -> properties(body).put("partnerNamespace", "").put("role", "PrimaryNotReplicating"));
        return "";
    }

    /** The alias goes to the secondary, and with it all that the service has copied there; the pair is dissolved. */
    private String failedOver() throws IOException {
        takes(GROUP, NAMESPACE, ALIAS);
        String secondary = namespace(option(NAMESPACE));
        Map<String, JsonNode> resources = cloud.resources();
        String old = resources.entrySet().stream()
                .filter(pair -> pair.getKey().endsWith("/disasterRecoveryConfigs/" + option(ALIAS)))
                .filter(pair -> pair.getValue()
                        .at("/properties/partnerNamespace")
                        .asText()
                        .equalsIgnoreCase(secondary))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError(secondary + " is not the secondary of " + option(ALIAS)));
        String primary = old.substring(0, old.indexOf("/disasterRecoveryConfigs/"));
        for (var resource : resources.entrySet()) {
            String id = resource.getKey();
            if (id.startsWith(primary + "/eventhubs/") && !id.contains("/Microsoft.Authorization/")) {
                cloud.put(moved(id, primary, secondary), resource.getValue().deepCopy());
            }
        }
        ObjectNode alias = (ObjectNode) Objects.requireNonNull(resources.get(old));
        properties(alias).put("partnerNamespace", "").put("role", "PrimaryNotReplicating");
        cloud.remove(old).put(moved(old, primary, secondary), alias);
        return "";
    }

    private String aliasDeleted() throws IOException {
        takes(GROUP, NAMESPACE, ALIAS);
        if (!cloud.at(alias(), "/properties/partnerNamespace").asText().isEmpty()) {
            throw new AssertionError("the alias is paired and cannot be deleted: " + options);
        }
        cloud.remove(alias());
        return "";
    }

    private String roles() throws IOException {
        takes("--scope", QUERY, OUTPUT);
        if (!option(QUERY).equals("[].roleDefinitionName")) {
            throw new AssertionError("not a query that this stand-in knows: " + option(QUERY));
        }
        List<String> names = new ArrayList<>();
        cloud.resources().forEach((id, body) -> {
            String role = body.at("/properties/roleDefinitionId").asText();
            if (id.startsWith(option("--scope") + "/providers/Microsoft.Authorization/roleAssignments/")) {
                names.add(ROLES.getOrDefault(role.substring(role.lastIndexOf('/') + 1), role));
            }
        });
        return String.join("\n", names);
    }

    /** One value, flat as the command line shows it. */
    private String shown(String id, String... asked) throws IOException {
        List<String> all = new ArrayList<>(List.of(asked));
        all.addAll(List.of(QUERY, OUTPUT));
        takes(all.toArray(String[]::new));
        String pointer = "/" + option(QUERY).replace('.', '/');
        JsonNode flat = cloud.at(existing(id), pointer);
        JsonNode found = flat.isMissingNode() ? cloud.at(id, "/properties" + pointer) : flat;
        if (!found.isValueNode()) {
            throw new AssertionError(id + " has no " + option(QUERY));
        }
        return found.asText();
    }

    private String namespace(String name) throws IOException {
        return existing("/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/" + option(GROUP)
                + "/providers/Microsoft.EventHub/namespaces/" + name);
    }

    private String alias() throws IOException {
        return existing(namespace(option(NAMESPACE)) + "/disasterRecoveryConfigs/" + option(ALIAS));
    }

    private String existing(String id) throws IOException {
        if (!cloud.resources().containsKey(id)) {
            throw new AssertionError("not there: " + id);
        }
        return id;
    }

    private String option(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new AssertionError(command + " without " + name + ": " + options);
        }
        return value;
    }

    private void takes(String... known) {
        boolean isTable = options.containsKey(OUTPUT) && !option(OUTPUT).equals("tsv");
        if (isTable || !options.keySet().equals(Set.of(known))) {
            throw new AssertionError("not the options of " + command + ": " + options);
        }
    }

    private static String moved(String id, String from, String to) {
        return to + id.substring(from.length());
    }

    private static ObjectNode properties(ObjectNode body) {
        return (ObjectNode) body.path("properties");
    }
}
