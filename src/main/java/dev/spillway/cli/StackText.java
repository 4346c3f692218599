package dev.spillway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A {@code stack.yaml} edited as text: what is not changed keeps its comments, its order and its blanks. */
final class StackText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
    private static final Pattern WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off");

    private final int[] points;

    private StackText(String text) {
        this.points = text.codePoints().toArray();
    }

    /** The text after the edits, each made in what the one before left. */
    static String edited(String text, Collection<StackEdit> edits) {
        String now = text;
        for (StackEdit edit : edits) {
            now = new StackText(now).with(edit);
        }
        return now;
    }

    private String with(StackEdit edit) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        Node here = new Compose(settings)
                .composeString(new String(points, 0, points.length))
                .orElseThrow(() -> new IllegalStateException("the file was read before, so it is not empty"));
        List<String> key = edit.key();
        for (int depth = 0; depth < key.size(); depth++) {
            Optional<Node> next = child(here, key.get(depth));
            if (next.isEmpty()) {
                return inserted((MappingNode) here, key.subList(depth, key.size()), edit.value());
            }
            boolean isLast = depth == key.size() - 1;
            if (isLast || !(next.get() instanceof MappingNode)) {
                return replaced(next.get(), nested(key.subList(depth + 1, key.size()), edit.value()));
            }
            here = next.get();
        }
        throw new IllegalStateException("an edit without a key");
    }

    private static Optional<Node> child(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode scalar
                                && scalar.getValue().equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    private String replaced(Node node, String value) {
        int start = index(node.getStartMark());
        int end = index(node.getEndMark());
        while (end > start && Character.isWhitespace(points[end - 1])) {
            end--;
        }
        return slice(0, start) + value + slice(end, points.length);
    }

    /** A new entry stands before the first of its section, where no comment of another entry is torn away. */
    private String inserted(MappingNode section, List<String> key, JsonNode value) {
        String entry = key.get(0) + ": " + nested(key.subList(1, key.size()), value);
        if (section.getFlowStyle() == FlowStyle.FLOW) {
            int brace = index(section.getStartMark()) + 1;
            return slice(0, brace) + " " + entry + (section.getValue().isEmpty() ? " " : ",")
                    + slice(brace, points.length);
        }
        Mark first = section.getValue().get(0).getKeyNode().getStartMark().orElseThrow();
        int at = first.getIndex();
        return slice(0, at) + entry + "\n" + " ".repeat(first.getColumn()) + slice(at, points.length);
    }

    private static String nested(List<String> key, JsonNode value) {
        return key.isEmpty()
                ? flow(value)
                : "{ " + key.get(0) + ": " + nested(key.subList(1, key.size()), value) + " }";
    }

    private static String flow(JsonNode value) {
        if (value instanceof ObjectNode object) {
            StringJoiner members = new StringJoiner(", ", "{ ", " }");
            object.properties().forEach(member -> members.add(member.getKey() + ": " + flow(member.getValue())));
            return members.toString();
        }
        String text = value.asText();
        boolean isPlain = !value.isTextual()
                || (PLAIN.matcher(text).matches() && !WORD.matcher(text).matches());
        return isPlain ? text : value.toString();
    }

    private static int index(Optional<Mark> mark) {
        return mark.orElseThrow(() -> new IllegalStateException("marks were asked for"))
                .getIndex();
    }

    private String slice(int from, int to) {
        return new String(points, from, to - from);
    }
}
