package dev.spillway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** What the provider says of inputs without asking the cloud: filled in, judged, compared, and told from drift. */
final class Inputs {
    private final SchemaCheck check;
    private final Shapes shapes;

    Inputs(SchemaCheck check, Shapes shapes) {
        this.check = check;
        this.shapes = shapes;
    }

    /** How two sets of inputs differ: each path with its kind of change. */
    record Difference(Map<String, Change> changes, boolean sameId) {
        boolean replaces() {
            return changes.values().stream().anyMatch(Change::replaces);
        }
    }

    /** One changed property. */
    record Change(boolean added, boolean removed, boolean replaces) {}

    /** With a name and a location where they are left out. */
    ObjectNode filled(ArmType type, String urn, ObjectNode olds, ObjectNode news, Optional<String> location) {
        ObjectNode filled = Json.withoutNulls(news);
        type.nameInput().filter(input -> !filled.has(input)).ifPresent(input -> {
            JsonNode old = olds.path(input);
            filled.put(input, old.isTextual() ? old.textValue() : inventedName(type, urn));
        });
        if (ResourceKind.of(type).locationRequired() && !filled.has("location")) {
            location.ifPresent(text -> filled.put("location", text));
        }
        return filled;
    }

    List<Complaint> complaints(ArmType type, ObjectNode inputs) {
        List<Complaint> found = new ArrayList<>();
        for (String part : type.pathInputs()) {
            if (!inputs.has(part)) {
                found.add(new Complaint(List.of(part), "is required (it is part of the resource ID)"));
            }
        }
        if (ResourceKind.of(type).locationRequired() && !inputs.has("location")) {
            found.add(new Complaint(List.of("location"), "is required"));
        }
        Shapes.Body lifted = shapes.body(type, inputs);
        ObjectNode body = lifted.content().deepCopy();
        String name = type.nameInput()
                .map(input -> inputs.path(input).asText(Json.UNKNOWN))
                .orElse(type.fixedName().orElse(Json.UNKNOWN));
        body.put("name", name).put("type", type.armType()).put("apiVersion", type.apiVersion());
        ObjectNode schema = type.schema();
        if (!body.has("location")) {
            // Already asked for above where it matters; elsewhere it comes from the configuration or the group.
            body.put("location", Json.UNKNOWN);
        }
        for (Complaint complaint : check.complaints(body, schema)) {
            List<String> path = complaint.path();
            boolean locationUnknownToType = path.equals(List.of("location"));
            boolean spelling = path.equals(List.of("type"));
            if (!locationUnknownToType && !spelling && !isFullNamePattern(complaint)) {
                found.add(
                        path.equals(List.of("name"))
                                ? new Complaint(List.of(type.nameInput().orElse("name")), complaint.reason())
                                : lifted.inTheUsersWords(complaint));
            }
        }
        return found;
    }

    /** Some schemas write a child's name as parent/child. */
    private static boolean isFullNamePattern(Complaint complaint) {
        return complaint.path().equals(List.of("name"))
                && complaint.reason().contains(" does not match ")
                && complaint
                        .reason()
                        .substring(complaint.reason().indexOf(" does not match "))
                        .contains("/");
    }

    Difference difference(ArmType type, ObjectNode olds, ObjectNode news) {
        Map<String, Change> changes = new TreeMap<>();
        ObjectNode defaults = shapes.flat(type, ResourceKind.of(type).defaults());
        ObjectNode before = comparable(type, olds);
        ObjectNode after = comparable(type, news);
        for (String derived : Azure.derived(type)) {
            if (!after.has(derived)) {
                before.remove(derived);
            }
        }
        compare(type, "", before, after, defaults, changes);
        return new Difference(changes, type.id("", before).equals(type.id("", after)) && !Json.holdsUnknown(after));
    }

    /** Inputs as they were, changed only where what Azure answers has changed. */
    ObjectNode drifted(ArmType type, ObjectNode inputs, ObjectNode oldOutputs, ObjectNode newOutputs) {
        ObjectNode drifted = inputs.deepCopy();
        follow(drifted, shapes.settable(type, oldOutputs), shapes.settable(type, newOutputs));
        return drifted;
    }

    /** The inputs that would declare a resource as it is. */
    ObjectNode imported(ArmType type, String id, ObjectNode outputs) {
        ObjectNode inputs = shapes.settable(type, outputs);
        Azure.derived(type).forEach(inputs::remove);
        if (inputs.has("location")) {
            inputs.put("location", ServiceRules.plain(inputs.path("location").asText()));
        }
        return Json.merged(inputs, type.inputsOf(id));
    }

    // ----

    /** As the provider invents them: a role assignment is called by a GUID, everything else after the resource. */
    private static String inventedName(ArmType type, String urn) {
        if (type.token().equals("authorization:RoleAssignment")) {
            return UUID.nameUUIDFromBytes(urn.getBytes(UTF_8)).toString();
        }
        String name = urn.substring(urn.lastIndexOf("::") + 2);
        return name + Hashing.sha256().hashString(urn, UTF_8).toString().substring(0, 8);
    }

    private static ObjectNode comparable(ArmType type, ObjectNode inputs) {
        ObjectNode copy = Json.withoutNulls(inputs);
        if (copy.path("location").isTextual() && !Json.isUnknown(copy.path("location"))) {
            copy.put("location", ServiceRules.plain(copy.path("location").asText()));
        }
        if (type.token().equals("eventhub:Namespace")
                && copy.get("sku") instanceof ObjectNode sku
                && !sku.has("tier")
                && sku.has("name")) {
            sku.set("tier", sku.path("name"));
        }
        return copy;
    }

    /** An absent value is compared as what the service assumes for it. */
    private static void compare(
            ArmType type,
            String path,
            ObjectNode before,
            ObjectNode after,
            ObjectNode defaults,
            Map<String, Change> changes) {
        Set<String> names = new TreeSet<>();
        List.of(before, after).forEach(side -> side.fieldNames().forEachRemaining(names::add));
        for (String name : names) {
            String there = path.isEmpty() ? name : path + "." + name;
            JsonNode old = before.has(name) ? before.path(name) : defaults.path(name);
            JsonNode now = after.has(name) ? after.path(name) : defaults.path(name);
            if (old instanceof ObjectNode inOld && now instanceof ObjectNode inNow) {
                ObjectNode inDefaults = defaults.get(name) instanceof ObjectNode inner ? inner : Json.object();
                compare(type, there, inOld, inNow, inDefaults, changes);
            } else if (!same(old, now)) {
                boolean replaces = ResourceKind.of(type).replaces(type, there);
                changes.put(there, new Change(!before.has(name), !after.has(name), replaces));
            }
        }
    }

    /** A whole number is the same whether it was stored as one or with a fraction of zero. */
    private static boolean same(JsonNode a, JsonNode b) {
        return (a.isNumber() && b.isNumber()) ? a.doubleValue() == b.doubleValue() : a.equals(b);
    }

    private static void follow(ObjectNode inputs, ObjectNode before, ObjectNode after) {
        Set<String> names = new TreeSet<>();
        List.of(before, after).forEach(side -> side.fieldNames().forEachRemaining(names::add));
        for (String name : names) {
            if (same(before.path(name), after.path(name))) {
                continue;
            }
            if (before.get(name) instanceof ObjectNode old
                    && after.get(name) instanceof ObjectNode now
                    && inputs.get(name) instanceof ObjectNode inner) {
                follow(inner, old, now);
            } else if (after.has(name)) {
                inputs.set(name, after.path(name));
            } else {
                inputs.remove(name);
            }
        }
    }
}
