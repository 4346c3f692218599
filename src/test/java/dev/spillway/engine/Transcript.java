package dev.spillway.engine;

import dev.spillway.engine.EngineProject.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A scenario as a reviewer reads it: each command with what it changed, what was complained of, and how it ended. */
final class Transcript {
    private static final Path APPROVED = Path.of("src/test/resources/dev/spillway/engine");

    private static final Pattern BELOW_THE_REPLACED =
            Pattern.compile("unable to replace resource \"([^\"]+)\" as part of replacing");

    private final EngineProject project;
    private final StringBuilder text = new StringBuilder();

    private Transcript(EngineProject project) {
        this.project = project;
    }

    static Transcript of(EngineProject project) {
        return new Transcript(project);
    }

    /** What happens besides the commands. */
    Transcript note(String words) {
        text.append("# ").append(words).append("\n\n");
        return this;
    }

    /** Runs an operation. Where it fails, the steps are left out: how far the others came is chance. */
    EngineEvents pulumi(String... arguments) throws IOException {
        Path log = project.scratch().resolve("events.json");
        Files.deleteIfExists(log);
        String[] line = Arrays.copyOf(arguments, arguments.length + 2);
        line[arguments.length] = "--event-log";
        line[arguments.length + 1] = log.toString();
        Said said = project.pulumi(line);
        EngineEvents events = EngineEvents.in(log);
        text.append("$ pulumi ").append(plain(String.join(" ", arguments))).append('\n');
        if (said.exit() == 0) {
            append(events.changes());
        }
        append(events.policies());
        append(events.complaints());
        if (said.exit() == 0) {
            text.append("  = ").append(events.summary()).append('\n');
        } else {
            text.append("  exit ").append(said.exit()).append('\n');
            appendErrors(said);
        }
        text.append('\n');
        return events;
    }

    /** Runs what is no operation and therefore has no steps; it has to succeed. */
    Transcript command(String... arguments) {
        project.pulumi(arguments).succeeded();
        text.append("$ pulumi ").append(plain(String.join(" ", arguments))).append("\n\n");
        return this;
    }

    /** Where the approved text of a scenario lies. */
    static Path approved(String scenario) {
        return APPROVED.resolve(scenario + ".approved.txt");
    }

    String text() {
        return text.toString();
    }

    /** What the command line itself says, when it gives up before the engine has begun or after it has ended. */
    private void appendErrors(Said said) {
        said.text()
                .lines()
                .filter(line -> line.startsWith("error: "))
                .forEach(line -> text.append("  ").append(plain(line)).append('\n'));
    }

    private void append(Collection<String> entries) {
        for (String entry : entries) {
            String[] lines = withoutChoice(plain(entry)).split("\n", -1);
            text.append("  ").append(lines[0]).append('\n');
            for (int i = 1; i < lines.length; i++) {
                text.append("      ").append(lines[i].strip()).append('\n');
            }
        }
    }

    /** Of all that is protected below what is to be replaced, the engine names the one that the update stored first. */
    private static String withoutChoice(String complaint) {
        Matcher named = BELOW_THE_REPLACED.matcher(complaint);
        return named.find() ? complaint.replace(named.group(1), "<something protected>") : complaint;
    }

    /** Without what differs from one machine or run to the next. */
    private String plain(String words) {
        return words.replace(project.scratch().toString(), "<scratch>")
                .replace(EngineProject.ROOT.toString(), "<project>");
    }
}
