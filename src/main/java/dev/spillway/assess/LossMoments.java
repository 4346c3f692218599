package dev.spillway.assess;

import dev.spillway.loss.LossForecast;
import dev.spillway.loss.LossForecast.TimelinePoint;
import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        String pods = pods(loss);
        if (!pods.isEmpty()) {
            moments.add("Sender pods ready: " + pods + ".");
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
    private static String pods(LossForecast loss) {
        List<String> growth = new ArrayList<>();
        int before = loss.timeline().isEmpty() ? 0 : loss.timeline().get(0).readyPods();
        for (TimelinePoint point : loss.timeline()) {
            if (point.readyPods() > before) {
                growth.add(point.readyPods() + " from " + seconds(point.atSeconds()));
            }
            before = point.readyPods();
        }
        return String.join(", ", growth);
    }

    private static String seconds(double at) {
        return NumberText.withDigits(at, 1) + " s";
    }
}
