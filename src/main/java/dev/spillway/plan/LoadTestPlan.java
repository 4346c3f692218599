package dev.spillway.plan;

import dev.spillway.loss.Admission;
import dev.spillway.loss.Load;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Segment;
import dev.spillway.loss.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A load test of one namespace: what is sent to each hub, by a sender that never tries again and never queues.
 *
 * @param sendP99 how long all but one in a hundred sends may take
 */
public record LoadTestPlan(String stack, NamespacePlan namespace, List<HubTest> hubs, Planned<Duration> sendP99) {
    public LoadTestPlan {
        hubs = List.copyOf(hubs);
    }

    /** From what the forecast of the test is computed: the plan's own sender at the planned door. */
    public PipelineFigures figures() {
        return PipelineFigures.of(
                hubs.stream()
                        .map(hub -> new Sender(
                                hub.hub(),
                                hub.load(),
                                RetryWindow.custom(0),
                                Double.POSITIVE_INFINITY,
                                Optional.empty()))
                        .toList(),
                admission());
    }

    /** What the namespace lets in as planned. */
    public Admission admission() {
        return PlannedFigures.admission(namespace).orElseThrow();
    }

    /** What one unit lets in as its owner measured it; present on Premium and Dedicated. */
    public OptionalDouble megabytesPerSecondPerUnit() {
        return namespace.options().ingressMegabytesPerSecondPerUnit();
    }

    /** Partitions of all hubs, over which the test spreads its events. */
    public int partitions() {
        return namespace.hubs().stream()
                .mapToInt(hub -> hub.partitionCount().value())
                .sum();
    }

    /**
     * What is sent to one hub.
     *
     * @param eventsPerRequest events that one request carries
     */
    public record HubTest(String hub, List<Phase> phases, int eventBytes, int eventsPerRequest) {
        public HubTest {
            phases = List.copyOf(phases);
        }

        Load load() {
            List<Segment> segments = new ArrayList<>();
            for (Phase phase : phases) {
                segments.add(
                        phase.from() == phase.to()
                                ? new Segment.Constant(phase.seconds(), phase.from())
                                : new Segment.Ramp(phase.seconds(), phase.from(), phase.to(), 1));
            }
            return new Load(eventBytes, segments);
        }
    }

    /**
     * A stretch of the test.
     *
     * @param from events per second at its beginning
     * @param to events per second at its end
     */
    public record Phase(String name, double seconds, double from, double to) {}
}
