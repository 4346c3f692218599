package dev.spillway.pack;

import dev.spillway.report.PreviewReport;
import dev.spillway.report.ReportFormat;
import dev.spillway.rule.RuleCard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** Writes what the pack found, in each format for machines and for pull requests. */
final class RunReport {
    /** What every file system takes as a name. */
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

    private RunReport() {}

    /** Writes each file whole or not at all. */
    static void write(Path folder, Run run, PreviewReport report, List<RuleCard> cards) {
        String name = UNSAFE.matcher(run.project() + "-" + run.stack() + "-" + run.phase())
                .replaceAll("-");
        try {
            Files.createDirectories(folder);
            for (ReportFormat format : ReportFormat.values()) {
                String file = name + "." + format.extension();
                Path half = folder.resolve(file + ".tmp");
                Files.writeString(half, format.write(List.of(report), cards));
                Files.move(
                        half,
                        folder.resolve(file),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
