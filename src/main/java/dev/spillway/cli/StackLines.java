package dev.spillway.cli;

import dev.spillway.report.Found.Where;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** In which line of a {@code stack.yaml} a key stands, or the section that it would have to be added to. */
final class StackLines {
    private final String file;
    private final Optional<Node> top;

    private StackLines(String file, Optional<Node> top) {
        this.file = file;
        this.top = top;
    }

    /** The lines of a file that was read without problems before. */
    static StackLines of(String file, byte[] text) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        return new StackLines(file, new Compose(settings).composeString(new String(text, StandardCharsets.UTF_8)));
    }

    /** The line of the last step that is there; empty where not even the first is. */
    Optional<Where> of(List<String> key) {
        Optional<Integer> line = Optional.empty();
        Optional<Node> here = top;
        for (String step : key) {
            Optional<NodeTuple> found = here.flatMap(node -> find(node, step));
            if (found.isEmpty()) {
                break;
            }
            line = found.get().getKeyNode().getStartMark().map(mark -> mark.getLine() + 1);
            here = Optional.of(found.get().getValueNode());
        }
        return line.map(number -> new Where(file, number));
    }

    private static Optional<NodeTuple> find(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode scalar
                                && scalar.getValue().equals(key))
                        .findFirst()
                : Optional.empty();
    }
}
