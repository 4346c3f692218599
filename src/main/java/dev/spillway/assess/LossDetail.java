package dev.spillway.assess;

import dev.spillway.loss.Band;
import dev.spillway.loss.EventGridForecast;
import dev.spillway.loss.LossForecast;
import dev.spillway.report.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where events were lost and waited on their way, as the report wants it. */
final class LossDetail {
    private LossDetail() {}

    static Loss.Detail of(LossForecast loss) {
        return new Loss.Detail(stages(loss), loss.band().map(LossDetail::band));
    }

    static Loss.Detail of(EventGridForecast loss) {
        LossForecast.DelaySeconds delay = loss.delaySeconds();
        return new Loss.Detail(
                List.of(
                        new Loss.Stage("publishing", loss.outcomes().lostAtProducer(), 0, ""),
                        new Loss.Stage(
                                "delivery",
                                loss.outcomes().lostUndeliverable(),
                                0,
                                delay.maximum() > 0 ? loss.attemptsWithinPolicy() + " attempts allowed" : "")),
                Optional.empty());
    }

    private static List<Loss.Stage> stages(LossForecast loss) {
        LossForecast.LossCauses causes = loss.lossCauses();
        LossForecast.Peaks peaks = loss.peaks();
        List<Loss.Stage> stages = new ArrayList<>();
        if (peaks.producerPods().isPresent()) {
            stages.add(new Loss.Stage("sender pods", causes.producerPodOverload(), peaks.producerTierBacklog(), ""));
        }
        double atDoor = causes.retryWindowExceeded() + causes.producerBufferOverflow();
        stages.add(new Loss.Stage("client and its retries", atDoor, peaks.producerRetryBacklog(), doorCause(causes)));
        if (peaks.consumerPods().isPresent()) {
            double captured = loss.outcomes().recoverableFromCapture();
            stages.add(new Loss.Stage(
                    "partitions, until they are read",
                    causes.retentionExceeded(),
                    peaks.partitionLogBacklog(),
                    captured > 0 ? "the rest of what expired is in Capture" : ""));
        }
        return stages;
    }

    private static String doorCause(LossForecast.LossCauses causes) {
        if (causes.retryWindowExceeded() > 0 && causes.producerBufferOverflow() > 0) {
            return "retries run out, and the buffer is full";
        }
        if (causes.producerBufferOverflow() > 0) {
            return "the buffer is full";
        }
        return causes.retryWindowExceeded() > 0 ? "retries run out" : "";
    }

    private static Loss.Band band(Band band) {
        return new Loss.Band(
                band.low(),
                band.high(),
                band.parameters().stream()
                        .map(found -> new Loss.Unknown(
                                found.parameter(),
                                found.unit(),
                                found.low(),
                                found.high(),
                                found.lostAtLow(),
                                found.lostAtHigh(),
                                found.source()))
                        .toList());
    }
}
