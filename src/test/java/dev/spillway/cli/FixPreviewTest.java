package dev.spillway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import dev.spillway.config.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixPreviewTest {
    @TempDir
    private Path folder;

    @Test
    void thePatchMendsWhatItSaysAndASecondOneIsEmpty() throws IOException, PatchFailedException {
        Path stack = Files.copy(Path.of("stacks/incident/stack.yaml"), folder.resolve("stack.yaml"));
        String before = patch(stack);
        List<String> lines =
                before.lines().dropWhile(line -> !line.startsWith("---")).toList();

        List<String> patched = UnifiedDiffUtils.parseUnifiedDiff(lines).applyTo(Files.readAllLines(stack));
        Files.write(stack, patched);

        assertThat(before).doesNotContain("does not mend");
        assertThat(StackFile.read(stack).namespaces().get(0).autoInflate()).isPresent();
        assertThat(findings(stack))
                .doesNotContain("EH-002")
                .doesNotContain("EH-007")
                .doesNotContain("KW-002");
        assertThat(patch(stack)).startsWith("# no safe fix for a stack.yaml\n");
    }

    @Test
    void commentsAndOrderAreKept() throws IOException {
        Path stack = Files.copy(Path.of("stacks/incident/stack.yaml"), folder.resolve("stack.yaml"));

        List<String> removed = patch(stack)
                .lines()
                .filter(line -> line.startsWith("-") && !line.startsWith("---"))
                .toList();

        assertThat(removed).allMatch(line -> line.contains(": ")).hasSizeLessThan(6);
    }

    @Test
    void withoutAStackFileTheValuesAreToldByResource() throws IOException {
        Path graph = Files.writeString(
                folder.resolve("other.json"),
                Files.readString(Path.of("stacks/incident/plan.approved.json"))
                        .replace("orders-incident", "elsewhere"));

        String out =
                CommandLineRun.of("check", graph.toString(), "--fix-preview").out();

        assertThat(out).contains("# no safe fix for a stack.yaml").contains("isAutoInflateEnabled = true");
    }

    @Test
    void aFlowMappingAnEmptyOneAndANewSectionAreEdited() {
        StackEdit flow = new StackEdit(List.of("a", "c"), JsonNodeFactory.instance.numberNode(2));
        StackEdit deep = new StackEdit(List.of("x", "y", "z"), JsonNodeFactory.instance.textNode("1.5"));

        assertThat(StackText.edited("a: { b: 1 } # why\n", List.of(flow))).isEqualTo("a: { c: 2, b: 1 } # why\n");
        assertThat(StackText.edited("a: {}\n", List.of(flow))).isEqualTo("a: { c: 2 }\n");
        assertThat(StackText.edited("a:\n  # why\n  b: 1\n", List.of(flow))).isEqualTo("a:\n  # why\n  c: 2\n  b: 1\n");
        assertThat(StackText.edited("a: 1\n", List.of(deep))).isEqualTo("x: { y: { z: \"1.5\" } }\na: 1\n");
    }

    private String patch(Path stack) throws IOException {
        Path graph = folder.resolve("graph.json");
        CommandLineRun.of("preview", stack.toString(), "--graph", graph.toString());
        String out = CommandLineRun.of("check", graph.toString(), "--fix-preview", "--stack", stack.toString())
                .out();
        return out.substring(out.lastIndexOf("\n# ", out.indexOf("safe fix")) + 1);
    }

    private static String findings(Path stack) {
        return CommandLineRun.of("preview", stack.toString(), "--quiet").out();
    }
}
