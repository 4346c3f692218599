package dev.spillway.loss;

import java.util.List;

/** STUB: everything a forecast is computed from. */
public record PipelineFigures(List<Sender> senders, Admission admission) {
    public static PipelineFigures of(List<Sender> senders, Admission admission) {
        return new PipelineFigures(List.copyOf(senders), admission);
    }

    double capacity() {
        return admission.eventsPerSecond(senders.get(0).load().averageEventBytes());
    }

    double excess() {
        double peak = senders.stream()
                .mapToDouble(sender -> sender.load().peakEventsPerSecond())
                .sum();
        return Math.max(0, peak - capacity()) * senders.get(0).load().peakHoldSeconds();
    }
}
