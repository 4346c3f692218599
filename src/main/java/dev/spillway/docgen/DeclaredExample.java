package dev.spillway.docgen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.spillway.components.DeclaredStack;
import dev.spillway.config.StackFile;
import dev.spillway.model.StackSpec;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import dev.spillway.plan.Setting;
import dev.spillway.plan.StackPlanner;
import dev.spillway.view.ResourceView;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the example of a page declares: drawn, and with every setting that it left to us. */
final class DeclaredExample {
    /** Nothing of an example is old or new. */
    private static final Clock NO_TIME = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final StackSpec spec;
    private final Capture capture;

    private DeclaredExample(StackSpec spec, Capture capture) {
        this.spec = spec;
        this.capture = capture;
    }

    /** Throws where the example is not a stack that can be declared. */
    static DeclaredExample of(String yaml) {
        StackSpec spec = StackFile.parse("example", yaml.getBytes(UTF_8));
        Capture capture = EmbeddedMonitor.run(
                context -> DeclaredStack.declare(spec, false, NO_TIME), new Settings("docs", spec.name(), Map.of()));
        if (!capture.errors().isEmpty()) {
            throw new IllegalStateException("an example of the docs cannot be declared: " + capture.errors());
        }
        return new DeclaredExample(spec, capture);
    }

    /** Resources as boxes, each below what it is a part of. */
    String diagram() {
        Map<String, String> boxes = new LinkedHashMap<>();
        StringBuilder diagram = new StringBuilder("```mermaid\ngraph LR\n");
        List<ResourceView> resources = capture.graph().resources().stream()
                .filter(resource -> !resource.type().startsWith("pulumi:"))
                .toList();
        for (ResourceView resource : resources) {
            String box = "r" + boxes.size();
            boxes.put(resource.urn(), box);
            diagram.append("  ")
                    .append(box)
                    .append("[\"")
                    .append(resource.name())
                    .append("<br/>")
                    .append(resource.type().replaceFirst("^(azure-native|kubernetes|spillway:index):", ""))
                    .append("\"]\n");
        }
        for (ResourceView resource : resources) {
            String parent = boxes.get(String.valueOf(resource.parent()));
            if (parent != null) {
                diagram.append("  ")
                        .append(parent)
                        .append(" --> ")
                        .append(boxes.get(resource.urn()))
                        .append('\n');
            }
        }
        return diagram.append("```\n").toString();
    }

    String settings() {
        StringBuilder table = new StringBuilder("""
                What the example leaves out, and why it became what it is.

                | Setting | Value | From | Reason |
                | --- | --- | --- | --- |
                """);
        for (Setting setting : StackPlanner.plan(spec).settings()) {
            String value = setting.unit().isEmpty() ? setting.value() : setting.value() + " " + setting.unit();
            table.append("| `")
                    .append(setting.key())
                    .append("` | ")
                    .append(value)
                    .append(" | ")
                    .append(setting.source().key())
                    .append(" | ")
                    .append(setting.reason())
                    .append(" |\n");
        }
        return table.toString();
    }
}
