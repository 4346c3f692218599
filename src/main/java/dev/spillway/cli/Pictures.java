package dev.spillway.cli;

import dev.spillway.report.Loss;
import dev.spillway.report.LossPicture;
import dev.spillway.report.SizeReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pictures that are all drawn before the first of them is written. */
final class Pictures {
    private final Map<String, String> byFile = new LinkedHashMap<>();

    /** What happens over time where that is followed, and what becomes of the events, of each forecast that could be computed. */
    void draw(List<Loss> losses) {
        losses.stream().filter(Loss::computable).forEach(loss -> {
            String name = fileName(loss.namespace());
            if (!loss.timeline().isEmpty()) {
                put(name, "timeline", LossPicture.timeline(loss));
            }
            put(name, "outcomes", LossPicture.outcomes(loss));
        });
    }

    /** What each setting alone buys. */
    void drawSizes(SizeReport report) {
        report.parts().stream()
                .filter(part -> part.missing().isEmpty())
                .forEach(part -> put(fileName(part.namespace()), "settings", LossPicture.settings(part)));
    }

    void write(String folder) {
        Path place = folder(folder);
        byFile.forEach((file, picture) -> WholeFile.write(place.resolve(file), picture));
    }

    /** Two scenarios may have one name. */
    private void put(String name, String kind, String picture) {
        String file = name + "-" + kind + ".svg";
        for (int number = 2; byFile.containsKey(file); number++) {
            file = name + "-" + number + "-" + kind + ".svg";
        }
        byFile.put(file, picture);
    }

    private static Path folder(String name) {
        try {
            return Files.createDirectories(Path.of(name));
        } catch (IOException | InvalidPathException unusable) {
            throw new Unusable("--svg: " + name + " is not a folder that can be written to, give another one");
        }
    }

    /** Names may come from a scenario, which may say anything. */
    private static String fileName(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        return safe.isEmpty() ? "forecast" : safe;
    }
}
