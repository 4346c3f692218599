package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One type of Azure resource.
 *
 * @param token {@code module:Class} without package and version
 * @param path the parts of its id, in order; the last one is its own name unless that is fixed
 * @param nestedProperties whether the SDK type has a {@code properties} input of its own
 */
record ArmType(
        String token,
        String armType,
        String apiVersion,
        List<String> path,
        Optional<String> fixedName,
        boolean nestedProperties,
        ObjectNode schema) {
    private static final String SUBSCRIPTION = "subscriptionId";
    /** Inputs that hold the whole id of what the resource hangs on. */
    private static final List<String> EXTENDED = List.of("scope", "resourceUri");

    private static final String GROUP = "resourceGroupName";

    /** The input that holds the resource's own name. */
    Optional<String> nameInput() {
        return fixedName.isPresent() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
    }

    List<String> pathInputs() {
        return path.stream().filter(part -> !part.equals(SUBSCRIPTION)).toList();
    }

    /** The id that inputs with every path part lead to. */
    String id(String subscription, JsonNode inputs) {
        String root = "/subscriptions/" + subscription;
        if (path.contains(GROUP)) {
            root += "/resourceGroups/" + inputs.path(GROUP).asText();
        }
        if (extended().isPresent()) {
            root = inputs.path(extended().get()).asText();
        }
        if (armType.endsWith("/resourceGroups")) {
            return root;
        }
        StringBuilder id = new StringBuilder(root).append("/providers/").append(provider());
        List<String> names = new ArrayList<>(ownPath());
        for (String segment : segments()) {
            boolean fixed = segment.equals("blobServices") && !path.contains("blobServicesName");
            String name = fixed
                    ? "default"
                    : names.isEmpty()
                            ? fixedName.orElse("default")
                            : inputs.path(names.remove(0)).asText();
            id.append('/').append(segment).append('/').append(name);
        }
        return id.toString();
    }

    /** What the id says of the inputs. */
    ObjectNode inputsOf(String id) {
        ObjectNode inputs = Json.object();
        String[] parts = id.split("/", -1);
        if (path.contains(GROUP) && parts.length > 4) {
            inputs.put(GROUP, parts[4]);
        }
        int provider = id.toLowerCase(Locale.ROOT)
                .lastIndexOf("/providers/" + provider().toLowerCase(Locale.ROOT));
        if (provider < 0) {
            return inputs;
        }
        extended().ifPresent(input -> inputs.put(input, id.substring(0, provider)));
        String[] rest = id.substring(provider + "/providers/".length()).split("/", -1);
        List<String> names = new ArrayList<>(ownPath());
        for (int at = 1; at + 1 < rest.length && !names.isEmpty(); at += 2) {
            if (!rest[at].equals("blobServices") || path.contains("blobServicesName")) {
                inputs.put(names.remove(0), rest[at + 1]);
            }
        }
        return inputs;
    }

    /** The input with the id of what this resource hangs on, where that may be anything. */
    private Optional<String> extended() {
        return path.stream().filter(EXTENDED::contains).findFirst();
    }

    /** Whether it hangs on a resource of any kind. */
    boolean isExtension() {
        return extended().isPresent();
    }

    private static boolean isOfParent(String part) {
        return part.equals(SUBSCRIPTION) || part.equals(GROUP) || EXTENDED.contains(part);
    }

    private String provider() {
        return armType.substring(0, armType.indexOf('/'));
    }

    private List<String> segments() {
        return List.of(armType.substring(armType.indexOf('/') + 1).split("/", -1));
    }

    private List<String> ownPath() {
        return path.stream().filter(part -> !isOfParent(part)).toList();
    }
}
