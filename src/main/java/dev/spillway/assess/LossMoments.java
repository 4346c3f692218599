package dev.spillway.assess;

import dev.spillway.loss.LossForecast;
import dev.spillway.loss.LossForecast.TimelinePoint;
import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** When something was lost, and when pods and units came: the story behind the number, as sentences. */
final class LossMoments {
    private LossMoments() {}

    static List<String> of(LossForecast loss) {
        List<String> moments = new ArrayList<>();
        String causes = causes(loss);
        if (!causes.isEmpty()) {
            moments.add("Lost as " + causes + ", between "
                    + seconds(loss.firstLossAtSeconds().orElseThrow()) + " and "
                    + seconds(loss.lastLossAtSeconds().orElseThrow()) + ".");
        }
        if (!loss.autoInflate().isEmpty()) {
            moments.add("Units: "
                    + loss.autoInflate().stream()
                            .map(step -> step.toThroughputUnits() + " from " + seconds(step.atSeconds()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        addPods("Sender", loss, TimelinePoint::readyPods, moments);
        addPods("Reader", loss, TimelinePoint::readyConsumers, moments);
        if (loss.peaks().partitionLogBacklog() >= 1) {
            moments.add("Unread at most: " + NumberText.whole(loss.peaks().partitionLogBacklog()) + " events.");
        }
        return List.copyOf(moments);
    }

    private static String causes(LossForecast loss) {
        Map<String, Double> causes = new LinkedHashMap<>();
        causes.put("retryWindowExceeded", loss.lossCauses().retryWindowExceeded());
        causes.put("producerPodOverload", loss.lossCauses().producerPodOverload());
        causes.put("producerBufferOverflow", loss.lossCauses().producerBufferOverflow());
        causes.put("retentionExceeded", loss.lossCauses().retentionExceeded());
        causes.values().removeIf(events -> events <= 0);
        return causes.size() == 1
                ? causes.keySet().iterator().next()
                : causes.entrySet().stream()
                        .map(cause -> cause.getKey() + " (" + NumberText.whole(cause.getValue()) + ")")
                        .collect(Collectors.joining(" and "));
    }

    /** Each growth of the pods that were ready; shrinking later loses nothing and is left out. */
    private static void addPods(
            String whose, LossForecast loss, ToIntFunction<TimelinePoint> readyPods, List<String> moments) {
        List<String> growth = new ArrayList<>();
        int before = loss.timeline().isEmpty()
                ? 0
                : readyPods.applyAsInt(loss.timeline().get(0));
        for (TimelinePoint point : loss.timeline()) {
            int ready = readyPods.applyAsInt(point);
            if (ready > before) {
                growth.add(ready + " from " + seconds(point.atSeconds()));
            }
            before = ready;
        }
        if (!growth.isEmpty()) {
            moments.add(whose + " pods ready: " + String.join(", ", growth) + ".");
        }
    }

    private static String seconds(double at) {
        return NumberText.withDigits(at, 1) + " s";
    }
}
