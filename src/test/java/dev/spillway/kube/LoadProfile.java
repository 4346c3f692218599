package dev.spillway.kube;

import dev.spillway.loss.Admission;
import dev.spillway.loss.Behavior;
import dev.spillway.loss.Load;
import dev.spillway.loss.LossForecast;
import dev.spillway.loss.LossForecast.ScalingStep;
import dev.spillway.loss.LossForecast.TimelinePoint;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Scaling.CpuAutoscaling;
import dev.spillway.loss.Segment;
import dev.spillway.loss.Sender;
import dev.spillway.loss.SenderPods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A load on a sender that scales, with what the model says of it. Behind the pods there is room for everything, so that only the
 * pods and their autoscaler are seen.
 *
 * @param behavior empty where the autoscaler has no such block
 */
record LoadProfile(
        String name,
        int minReplicas,
        int maxReplicas,
        int podStartSeconds,
        List<Segment> segments,
        Timing timing,
        Optional<Behavior> behavior) {
    static final double POD_EVENTS_PER_SECOND = 100;
    static final int TARGET_PERCENT = 54;

    private static final double FULL_PERCENT = 100;
    private static final double EVENT_BYTES = 1_000;
    private static final double DELAYED_SECONDS = 1;
    private static final double DRAIN_SECONDS = 600;

    /**
     * How often the controller decides, for how long it remembers wishes to scale down, over what stretch the CPU is measured, and
     * how long a pod must have run until the controller believes what it uses.
     */
    record Timing(int syncSeconds, int calmSeconds, double windowSeconds, int settleSeconds) {}

    LossForecast forecast() {
        return forecast(FULL_PERCENT);
    }

    /** The same where a pod at its full rate uses that much of what it requests, in percent. */
    LossForecast forecast(double percentAtFullRate) {
        Sender sender = new Sender(
                name,
                new Load(EVENT_BYTES, segments),
                RetryWindow.custom(DRAIN_SECONDS),
                Double.POSITIVE_INFINITY,
                Optional.of(new SenderPods(
                        POD_EVENTS_PER_SECOND,
                        Double.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        podStartSeconds,
                        autoscaling(percentAtFullRate))));
        return LossModel.forecast(new PipelineFigures(
                List.of(sender), Admission.premium(16, 10, 32), DELAYED_SECONDS, DRAIN_SECONDS, timing.syncSeconds));
    }

    private CpuAutoscaling autoscaling(double percentAtFullRate) {
        CpuAutoscaling usual = CpuAutoscaling.of(minReplicas, maxReplicas, TARGET_PERCENT);
        return new CpuAutoscaling(
                minReplicas,
                maxReplicas,
                TARGET_PERCENT,
                percentAtFullRate,
                usual.tolerance(),
                0,
                timing.windowSeconds,
                behavior.orElseGet(this::withoutBlock));
    }

    private Behavior withoutBlock() {
        Behavior usual = Behavior.withoutBlock();
        return new Behavior(
                usual.scaleUp(),
                new Behavior.Rules(
                        timing.calmSeconds,
                        Behavior.Select.MAX,
                        usual.scaleDown().policies()));
    }

    double durationSeconds() {
        return segments.stream().mapToDouble(Segment::durationSeconds).sum();
    }

    /** The replicas that the model wants, over the load alone. */
    Timeline replicas(LossForecast forecast) {
        List<Timeline.Change> changes = new ArrayList<>();
        changes.add(new Timeline.Change(0, minReplicas));
        for (ScalingStep step : forecast.producerScaling()) {
            changes.add(new Timeline.Change(step.atSeconds(), step.toReplicas()));
        }
        return new Timeline(changes);
    }

    /**
     * The CPU of all pods together when the controller decides, as a multiple of what one pod uses at its full rate, and measured
     * over the stretch that ends there. The controller's clock goes a little slower than the model's: the decision meant is the
     * one nearest to now.
     */
    double busyPods(LossForecast forecast, double nowSeconds) {
        double end = (double) Math.round(nowSeconds / timing.syncSeconds) * timing.syncSeconds;
        double begin = Math.max(0, end - timing.windowSeconds);
        List<TimelinePoint> points = forecast.timeline();
        double events = 0;
        for (int i = 0; i < points.size(); i++) {
            double from = Math.max(begin, points.get(i).atSeconds());
            double to = i + 1 < points.size() ? Math.min(end, points.get(i + 1).atSeconds()) : end;
            events += Math.max(0, to - from) * points.get(i).admittedPerSecond();
        }
        return end == begin ? 0 : events / (end - begin) / POD_EVENTS_PER_SECOND;
    }
}
