package dev.spillway.loss;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** What one run came to. */
record Run(
        List<SenderRun> senders,
        double throttleSeconds,
        OptionalDouble firstLossAtSeconds,
        OptionalDouble lastLossAtSeconds,
        double peakTierEvents,
        double peakRetryEvents,
        int throughputUnits,
        OptionalInt mostPods,
        List<LossForecast.InflateStep> autoInflate,
        List<LossForecast.ScalingStep> scaling,
        double endSeconds,
        List<LossForecast.TimelinePoint> timeline) {
    double sum(ToDoubleFunction<SenderRun> figure) {
        return senders.stream().mapToDouble(figure).sum();
    }

    /** The delays of everything that was delivered. */
    DelayDistribution delays() {
        if (senders.size() == 1) {
            return senders.get(0).delays();
        }
        var all = new DelayDistribution();
        senders.forEach(sender -> all.addAll(sender.delays()));
        return all;
    }

    Run withSenders(List<SenderRun> others) {
        return new Run(
                others,
                throttleSeconds,
                firstLossAtSeconds,
                lastLossAtSeconds,
                peakTierEvents,
                peakRetryEvents,
                throughputUnits,
                mostPods,
                autoInflate,
                scaling,
                endSeconds,
                timeline);
    }

    double lostEvents() {
        return sum(SenderRun::lostEvents);
    }

    double longestRetryWaitSeconds() {
        return senders.stream()
                .mapToDouble(SenderRun::longestRetryWaitSeconds)
                .max()
                .orElse(0);
    }
}
