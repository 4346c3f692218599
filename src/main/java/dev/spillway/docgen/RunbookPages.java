package dev.spillway.docgen;

import dev.spillway.plan.AlertKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The pages of the runbook: one for each alarm, and their index. */
public final class RunbookPages {
    private static final String WRITTEN = "<!-- Written by `make docs` from the alarm and runbooks.yaml. -->\n\n";
    private static final String FOLDER = "docs/runbooks/";

    private RunbookPages() {}

    /** Every generated page by its path in the project. */
    public static SortedMap<String, String> render() {
        Map<String, Map<String, String>> texts = texts();
        SortedMap<String, String> pages = new TreeMap<>();
        for (AlertKind kind : AlertKind.values()) {
            pages.put(kind.runbook(), page(kind, Objects.requireNonNull(texts.get(kind.key()), kind.key())));
        }
        pages.put(FOLDER + "README.md", index());
        return pages;
    }

    /** What is written by hand: for each alarm meaning, query, firstLook, firstAction and lost. */
    @SuppressWarnings("unchecked") // the file is ours and holds two levels of mappings
    static Map<String, Map<String, String>> texts() {
        try (InputStream file =
                Objects.requireNonNull(RunbookPages.class.getResourceAsStream("runbooks.yaml"), "runbooks.yaml")) {
            return (Map<String, Map<String, String>>)
                    new Load(LoadSettings.builder().build()).loadFromInputStream(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String page(AlertKind kind, Map<String, String> text) {
        return WRITTEN + "# " + kind.key() + "\n\n"
                + sentence(kind.title()) + "\n\n"
                + "| Severity | Because |\n| --- | --- |\n| " + kind.severity().number() + " | "
                + kind.severity().meaning() + " |\n\n"
                + "**Meaning:** " + text.get("meaning") + "\n\n"
                + "**First look:** " + text.get("firstLook") + " Open the saved query `" + text.get("query")
                + "` in the workspace.\n\n"
                + "**First action:** " + text.get("firstAction") + "\n\n"
                + "**Lost meanwhile:** " + text.get("lost") + "\n";
    }

    private static String sentence(String claim) {
        return Character.toUpperCase(claim.charAt(0)) + claim.substring(1) + ".";
    }

    private static String index() {
        StringBuilder page = new StringBuilder("<!-- Written by `make docs`. -->\n\n# Runbook\n\n");
        page.append("One page for each alarm. No alarm is faster than a retry window of seconds or minutes: severity 2")
                .append(
                        " warns of the ramp before anything is lost, everything else is noticed within five minutes.\n\n");
        page.append("| Alarm | Severity | What is wrong |\n| --- | --- | --- |\n");
        for (AlertKind kind : AlertKind.values()) {
            page.append("| [")
                    .append(kind.key())
                    .append("](")
                    .append(kind.key())
                    .append(".md) | ")
                    .append(kind.severity().number())
                    .append(" | ")
                    .append(sentence(kind.title()))
                    .append(" |\n");
        }
        page.append("\nPrepared in daylight: [drills](drills.md).\n");
        return page.toString();
    }
}
