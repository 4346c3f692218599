package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What one provider calls a value, and what the rules call it.
 *
 * @param own its path in the provider's words; a step {@code *} is every element of a list
 * @param general its path in the words of {@code azure-native}
 */
record Term(String own, String general, As as) {
    private static final String ON = "Enabled";
    private static final String OFF = "Disabled";

    /** How the value is written on the other side. */
    enum As {
        SAME,
        /** A switch that means the contrary. */
        OPPOSITE,
        /** {@code true} is {@code Enabled}. */
        ENABLED,
        /** A list of words is one text. */
        JOINED,
        /** An id stands where a name does. */
        NAME_OF_ID,
        /** An object that is there means that something is on. */
        PRESENT,
        /** A switch that stands for the taint which keeps everything but add-ons out. */
        ADD_ONS_ONLY;

        JsonNode general(JsonNode own) {
            if (Inputs.isUnknown(own)) {
                return own;
            }
            return switch (this) {
                case SAME -> own;
                case OPPOSITE -> own.isBoolean() ? BooleanNode.valueOf(!own.booleanValue()) : own;
                case ENABLED -> own.isBoolean() ? TextNode.valueOf(own.booleanValue() ? ON : OFF) : own;
                case JOINED -> own.isArray() ? joined(own) : own;
                case NAME_OF_ID -> own.isTextual() ? name(own.textValue()) : own;
                case PRESENT -> BooleanNode.TRUE;
                case ADD_ONS_ONLY -> taints(own);
            };
        }

        /** What would have to be written in the provider's words. */
        JsonNode own(JsonNode general) {
            return switch (this) {
                case OPPOSITE -> general.isBoolean() ? BooleanNode.valueOf(!general.booleanValue()) : general;
                case ENABLED ->
                    general.isTextual()
                            ? BooleanNode.valueOf(general.textValue().equals(ON))
                            : general;
                case JOINED -> general.isTextual() ? listed(general.textValue()) : general;
                default -> general;
            };
        }

        private static JsonNode joined(JsonNode words) {
            boolean isHidden = StreamSupport.stream(words.spliterator(), false).anyMatch(Inputs::isUnknown);
            return TextNode.valueOf(
                    isHidden
                            ? Inputs.UNKNOWN
                            : StreamSupport.stream(words.spliterator(), false)
                                    .map(JsonNode::asText)
                                    .collect(Collectors.joining(", ")));
        }

        private static JsonNode listed(String words) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            Arrays.stream(words.split(",", -1)).map(String::strip).forEach(list::add);
            return list;
        }

        private static JsonNode name(String id) {
            return TextNode.valueOf(id.substring(id.lastIndexOf('/') + 1));
        }

        private static JsonNode taints(JsonNode isOn) {
            ArrayNode taints = JsonNodeFactory.instance.arrayNode();
            if (isOn.asBoolean()) {
                taints.add("CriticalAddonsOnly=true:NoSchedule");
            }
            return taints;
        }
    }
}
