package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second method that shares no solver code: fixed small steps with dated cohorts, on random pipelines. */
final class FixedStepCheckTest {
    private static final double STEP_SECONDS = 0.05;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void randomPipelinesLoseTheSameWithinAThousandth(long seed) {
        PipelineFigures figures = random(new Random(seed));

        var exact = LossModel.forecast(figures);
        double[] stepped = new Stepped(figures).lostInPodsAndAtTheDoor();

        double allowed = exact.offeredEvents() / 1_000;
        assertThat(exact.lossCauses().producerPodOverload()).isBetween(stepped[0] - allowed, stepped[0] + allowed);
        assertThat(exact.lossCauses().retryWindowExceeded() + exact.lossCauses().producerBufferOverflow())
                .isBetween(stepped[1] - allowed, stepped[1] + allowed);
    }

    private static PipelineFigures random(Random random) {
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < 8; i++) {
            segments.add(new Segment.Constant(20 + random.nextInt(100), random.nextInt(3_000)));
        }
        double window = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : 1 + random.nextInt(60);
        double buffer = random.nextInt(3) == 0 ? Double.POSITIVE_INFINITY : 2_000 + random.nextInt(60_000);
        double timeout = random.nextBoolean() ? Double.POSITIVE_INFINITY : 5 + random.nextInt(30);
        var pods = new SenderPods(
                900, 3_000 + random.nextInt(40_000), timeout, 30, new Scaling.Fixed(1 + random.nextInt(3)));
        var sender = new Sender(
                "random",
                new Load(900, segments),
                RetryWindow.custom(window),
                buffer,
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(pods));
        var admission = Admission.standard(1, 8);
        return PipelineFigures.of(List.of(sender), random.nextBoolean() ? admission.withAutoInflate(3, 30) : admission);
    }

    /** The second method. */
    private static final class Stepped {
        private final PipelineFigures figures;
        private final Sender sender;
        private final Queue podQueue;
        private final Queue doorQueue;
        private double boundSeconds;
        private int units;

        Stepped(PipelineFigures figures) {
            this.figures = figures;
            this.sender = figures.senders().get(0);
            this.units = figures.admission().throughputUnits();
            int pods =
                    sender.pods().map(tier -> tier.scaling().initialReplicas()).orElse(0);
            this.podQueue = new Queue(
                    sender.pods().map(SenderPods::upstreamTimeoutSeconds).orElse(Double.POSITIVE_INFINITY),
                    sender.pods()
                            .map(tier -> pods * tier.bufferedEventsPerPod())
                            .orElse(Double.POSITIVE_INFINITY));
            this.doorQueue = new Queue(sender.window().simulatedSeconds(), sender.bufferedEventsLimit());
        }

        double[] lostInPodsAndAtTheDoor() {
            double podRate = sender.pods()
                    .map(tier -> tier.scaling().initialReplicas() * tier.podEventsPerSecond())
                    .orElse(Double.POSITIVE_INFINITY);
            double end = sender.load().durationSeconds();
            double now = 0;
            for (int step = 0; now < end || podQueue.content + doorQueue.content > 1e-6; step++) {
                now = step * STEP_SECONDS;
                double sent = podQueue.step(now, rateAt(now) * STEP_SECONDS, podRate * STEP_SECONDS);
                double capacity = 1_000.0 * units * STEP_SECONDS;
                boolean binds = doorQueue.content + sent > capacity + 1e-9;
                doorQueue.step(now, sent, capacity);
                inflate(binds);
            }
            return new double[] {podQueue.lost, doorQueue.lost};
        }

        private void inflate(boolean binds) {
            boundSeconds = binds ? boundSeconds + STEP_SECONDS : 0;
            Admission admission = figures.admission();
            boolean due = boundSeconds >= admission.autoInflateReactionSeconds() - 1e-6;
            if (admission.autoInflate() && due && units < admission.maximumThroughputUnits()) {
                units++;
                boundSeconds = 0;
            }
        }

        private double rateAt(double now) {
            double start = 0;
            for (Segment segment : sender.load().segments()) {
                start += segment.durationSeconds();
                if (now < start - 1e-9) {
                    return ((Segment.Constant) segment).eventsPerSecond();
                }
            }
            return 0;
        }
    }

    /** Cohorts by the moment they came, the oldest first. */
    private static final class Queue {
        private final double patience;
        private final double limit;
        private final ArrayDeque<double[]> cohorts = new ArrayDeque<>();
        private double content;
        private double lost;

        Queue(double patience, double limit) {
            this.patience = patience;
            this.limit = limit;
        }

        double step(double now, double arriving, double canServe) {
            cohorts.addLast(new double[] {now, arriving});
            content += arriving;
            double served = serve(canServe);
            while (!cohorts.isEmpty() && now - cohorts.getFirst()[0] >= patience - 1e-9) {
                double volume = cohorts.removeFirst()[1];
                lost += volume;
                content -= volume;
            }
            if (content > limit) {
                lost += content - limit;
                cohorts.getLast()[1] -= content - limit;
                content = limit;
            }
            return served;
        }

        private double serve(double canServe) {
            double before = content;
            double left = canServe;
            while (left > 0 && !cohorts.isEmpty()) {
                double[] first = cohorts.getFirst();
                double taken = Math.min(left, first[1]);
                first[1] -= taken;
                left -= taken;
                content -= taken;
                if (first[1] <= 0) {
                    cohorts.removeFirst();
                }
            }
            if (cohorts.isEmpty()) {
                content = 0;
            }
            return before - content;
        }
    }
}
