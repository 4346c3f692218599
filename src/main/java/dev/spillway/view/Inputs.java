package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads values out of registered inputs, where a value may be unknown or secret. */
public final class Inputs {
    /** What the engine writes where a value is known only after deployment. */
    public static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /** The key that marks a wrapped value, and the mark of a secret. */
    public static final String SIGNATURE = "4dabf18193072939515e22adb298388d";

    public static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";

    /** What stands in a secret's place in files of ours. */
    public static final String HIDDEN = "[secret]";

    private static final String LATER = "known only after deployment";
    private static final String WITHHELD = "a secret that was left out";

    private Inputs() {}

    static Fact<String> text(JsonNode inputs, String path) {
        return typed(inputs, path, "a text", JsonNode::isTextual, JsonNode::textValue);
    }

    static Fact<Double> number(JsonNode inputs, String path) {
        return typed(inputs, path, "a number", JsonNode::isNumber, JsonNode::doubleValue);
    }

    static Fact<Integer> whole(JsonNode inputs, String path) {
        return typed(inputs, path, "a whole number", Inputs::isWhole, JsonNode::intValue);
    }

    static Fact<Boolean> flag(JsonNode inputs, String path) {
        return typed(inputs, path, "true or false", JsonNode::isBoolean, JsonNode::booleanValue);
    }

    static Fact<JsonNode> node(JsonNode inputs, String path) {
        JsonNode here = open(inputs);
        for (String step : InputPath.of(path).steps()) {
            if (isUnknown(here)) {
                return Fact.unknown(path, why(here));
            }
            JsonNode next = here.isArray() && step.chars().allMatch(Character::isDigit)
                    ? here.path(Integer.parseInt(step))
                    : here.path(step);
            here = open(next);
        }
        if (isUnknown(here)) {
            return Fact.unknown(path, why(here));
        }
        return here.isMissingNode() || here.isNull() ? Fact.absent(path) : Fact.known(path, here);
    }

    /**
     * The value inside a secret wrapper, or the node itself. A secret is opened for judging and never printed. One that
     * was left out when the graph was written, or is encrypted, is unknown.
     */
    public static JsonNode open(JsonNode node) {
        JsonNode here = node;
        while (isSecret(here)) {
            JsonNode value = here.path("value");
            here = value.isMissingNode() ? TextNode.valueOf(HIDDEN) : value;
        }
        return here;
    }

    public static boolean isSecret(JsonNode node) {
        return node.isObject() && SECRET.equals(node.path(SIGNATURE).textValue());
    }

    /** Whether nothing can be read here yet, or not by us: some writers leave a secret out without its wrapper. */
    public static boolean isUnknown(JsonNode node) {
        return UNKNOWN.equals(node.textValue()) || isHidden(node);
    }

    private static boolean isHidden(JsonNode node) {
        return HIDDEN.equals(node.textValue());
    }

    private static String why(JsonNode unknown) {
        return isHidden(unknown) ? WITHHELD : LATER;
    }

    private static <T> Fact<T> typed(
            JsonNode inputs, String path, String wanted, Predicate<JsonNode> fits, Function<JsonNode, T> read) {
        Fact<JsonNode> node = node(inputs, path);
        if (node instanceof Fact.Known<JsonNode> known && !fits.test(known.value())) {
            return Fact.unknown(path, "met " + kind(known.value()) + " where " + wanted + " belongs");
        }
        return node.map(read);
    }

    /** The engine sends every number as a floating one, so 2.0 is a whole number too. */
    private static boolean isWhole(JsonNode node) {
        return node.isNumber() && node.doubleValue() == node.intValue();
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            default -> "an object";
        };
    }
}
