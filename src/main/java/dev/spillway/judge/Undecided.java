package dev.spillway.judge;

import dev.spillway.rule.Severity;
import dev.spillway.view.Gap;
import java.util.List;

/** A rule that could not decide about a resource, and what it would have to know. */
public record Undecided(String rule, String name, Severity severity, String urn, List<Gap> gaps) {
    public Undecided {
        gaps = List.copyOf(gaps);
    }
}
