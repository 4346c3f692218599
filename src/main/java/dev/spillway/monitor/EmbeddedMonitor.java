package dev.spillway.monitor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.Context;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import pulumirpc.EngineOuterClass.LogSeverity;

/** Runs a Pulumi program as a preview of an empty stack, in this process, and captures what it declares. */
public final class EmbeddedMonitor {
    private EmbeddedMonitor() {}

    /**
     * Runs the program and waits for everything it started. Never throws what the program throws: that is in the
     * capture. Runs may overlap; equal programs give equal captures.
     */
    public static Capture run(Consumer<Context> program, Settings settings) {
        return run(program, settings, Functions.UNKNOWN);
    }

    /** The same, where somebody knows what functions of providers would return. */
    public static Capture run(Consumer<Context> program, Settings settings, Functions functions) {
        Registrations registrations = new Registrations(settings);
        RecordingEngine engine = new RecordingEngine(registrations.stackUrn());
        List<Throwable> failures =
                new ProgramRun(settings, engine, new RecordingMonitor(registrations, functions)).failures(program);
        SortedMap<String, ObjectNode> outputs = registrations.outputs();
        ObjectNode exported = outputs.remove(registrations.stackUrn());
        return new Capture(
                registrations.graph(),
                exported == null ? JsonNodeFactory.instance.objectNode() : exported,
                outputs,
                Stream.concat(
                                failures.stream().map(EmbeddedMonitor::message),
                                engine.messages(LogSeverity.ERROR).stream())
                        .sorted()
                        .distinct()
                        .toList(),
                engine.messages(LogSeverity.WARNING),
                failures.stream()
                        .sorted(Comparator.comparing(EmbeddedMonitor::message))
                        .toList());
    }

    /** The failure's own words; where it has none, its kind and place, because a bare "null" helps nobody. */
    private static String message(Throwable failure) {
        if (failure.getMessage() != null) {
            return failure.getMessage().strip();
        }
        String kind = failure.getClass().getSimpleName();
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? kind : kind + " at " + trace[0];
    }
}
