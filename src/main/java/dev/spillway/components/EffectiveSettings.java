package dev.spillway.components;

import dev.spillway.plan.LossSummary;
import dev.spillway.plan.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shape in which components publish what was decided and what it would lose. */
final class EffectiveSettings {
    private EffectiveSettings() {}

    static Map<String, Map<String, String>> of(List<Setting> settings) {
        Map<String, Map<String, String>> byKey = new TreeMap<>();
        for (Setting setting : settings) {
            byKey.put(
                    setting.key(),
                    Map.of(
                            "value", setting.value(),
                            "unit", setting.unit(),
                            "source", setting.source().key(),
                            "reason", setting.reason()));
        }
        return byKey;
    }

    static Map<String, Object> loss(Optional<LossSummary> forecast) {
        return forecast.<Map<String, Object>>map(known -> Map.of(
                        "computable", true,
                        "lostEvents", known.lostEvents(),
                        "lossPercent", known.lossPercent()))
                .orElseGet(() -> Map.of("computable", false));
    }
}
