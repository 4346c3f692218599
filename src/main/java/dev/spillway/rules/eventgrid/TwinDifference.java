package dev.spillway.rules.eventgrid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.view.Inputs;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds where two resources differ in more than their place and their names. */
final class TwinDifference {
    /** What follows from the region, the name or the time of birth alone. */
    private static final Set<String> OWN = Set.of(
            "accountName",
            "azureApiVersion",
            "createdBy",
            "createdOn",
            "creationTime",
            "deploymentName",
            "description",
            "domainName",
            "endpoint",
            "etag",
            "id",
            "isZoneRedundant",
            "keyCreationTime",
            "lastModifiedTime",
            "location",
            "metricResourceId",
            "name",
            "namespaceName",
            "primaryEndpoints",
            "primaryLocation",
            "principalId",
            "privateEndpointConnections",
            "provisioningState",
            "resourceId",
            "roleAssignmentName",
            "routeTopic",
            "routeTopicResourceId",
            "ruleName",
            "scope",
            "scopes",
            "secondaryEndpoints",
            "secondaryLocation",
            "sku",
            "spillway-pair-role",
            "statusOfPrimary",
            "statusOfSecondary",
            "systemData",
            "topic",
            "topicName",
            "topicSpacesHostname",
            "topicsConfiguration",
            "updatedBy",
            "updatedOn");

    private TwinDifference() {}

    /** The first path, in the order of names, at which they differ. */
    static Optional<String> between(JsonNode here, JsonNode there) {
        return at("", here, there);
    }

    private static Optional<String> at(String path, JsonNode here, JsonNode there) {
        JsonNode one = Inputs.open(here);
        JsonNode other = Inputs.open(there);
        if (Inputs.isUnknown(one) || Inputs.isUnknown(other)) {
            return Optional.empty();
        }
        if (one.isObject() && other.isObject()) {
            return fields(path, one, other);
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                Optional<String> found = at(path + "[" + i + "]", one.get(i), other.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        return isSame(one, other) ? Optional.empty() : Optional.of(path);
    }

    private static Optional<String> fields(String path, JsonNode one, JsonNode other) {
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (OWN.contains(name) || name.startsWith("__")) {
                continue;
            }
            Optional<String> found = at(path.isEmpty() ? name : path + "." + name, one.path(name), other.path(name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** 4 and 4.0 are one number to the engine, and Azure changes the case of what it was told. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.doubleValue() == other.doubleValue();
        }
        if (one.isTextual() && other.isTextual()) {
            return one.textValue()
                    .toLowerCase(Locale.ROOT)
                    .equals(other.textValue().toLowerCase(Locale.ROOT));
        }
        boolean nothing = (one.isNull() || one.isMissingNode()) && (other.isNull() || other.isMissingNode());
        return nothing || Objects.equals(one, other);
    }
}
