package dev.spillway.loss;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * What one run came to.
 *
 * @param readers empty where readers are taken to be ample
 * @param twiceAcceptedEvents events that two regions took at once
 */
record Run(
        List<SenderRun> senders,
        Optional<ReaderRun> readers,
        DelayDistribution delays,
        RunRecorder recorder,
        double twiceAcceptedEvents,
        int throughputUnits,
        List<LossForecast.InflateStep> autoInflate,
        double endSeconds) {
    double sum(ToDoubleFunction<SenderRun> figure) {
        return senders.stream().mapToDouble(figure).sum();
    }

    /** A figure of the readers; zero where they are ample. */
    double read(ToDoubleFunction<ReaderRun> figure) {
        return readers.stream().mapToDouble(figure).sum();
    }

    /** Lost before they were accepted. */
    double lostBySenders() {
        return sum(SenderRun::lostEvents);
    }

    double longestRetryWaitSeconds() {
        return senders.stream()
                .mapToDouble(SenderRun::longestRetryWaitSeconds)
                .max()
                .orElse(0);
    }

    OptionalInt mostSenderPods() {
        var most = senders.stream().flatMap(run -> run.mostPods().stream()).toList();
        return most.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(most.stream().mapToInt(Integer::intValue).sum());
    }

    List<LossForecast.ScalingStep> senderScaling() {
        return senders.stream()
                .flatMap(run -> run.scaling().stream())
                .sorted(Comparator.comparingDouble(LossForecast.ScalingStep::atSeconds))
                .toList();
    }
}
