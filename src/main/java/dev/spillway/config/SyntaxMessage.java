package dev.spillway.config;

import java.util.List;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in the user's words what the YAML parser could not get past. */
final class SyntaxMessage {
    private static final String UNCLOSED = "found unexpected end of stream";

    /** What the parser says, and what we say for it; the first that fits. */
    private static final List<Wording> WORDINGS = List.of(
            new Wording("\\t(TAB)", "a tab where YAML allows none, give spaces"),
            new Wording("cannot start any token", "a character that cannot start a value, put the text in quotes"),
            new Wording(UNCLOSED, "a quote that is never closed, close it"),
            new Wording(
                    "mapping values are not allowed here",
                    "a colon where no key can stand, put the text in quotes or align the key with its neighbours"),
            new Wording("could not find expected ':'", "a line that is neither key nor value, give key: value"),
            new Wording(
                    "expected <block end>", "a line that fits no indentation above it, align it with its neighbours"),
            new Wording(
                    "expected the node content",
                    "nothing where a value belongs, give one or remove the sign before it"),
            new Wording("escape", "an escape that YAML does not know, give \\\\ for a backslash or use single quotes"),
            new Wording("sequence entries", "a list item beside other text, give it a line of its own"),
            new Wording("Version{", "a YAML version other than 1.x, remove the %YAML line"),
            new Wording("expected '<document start>'", "text after the end of the document, remove it"),
            new Wording("expected ',' or ']'", "a list that is not closed, give a comma or ]"),
            new Wording("expected ',' or '}'", "a mapping that is not closed, give a comma or }"));

    private SyntaxMessage() {}

    static Place place(YamlEngineException met) {
        if (!(met instanceof MarkedYamlEngineException marked)) {
            return Place.NONE;
        }
        var opening = Place.of(marked.getContextMark());
        var place = Place.of(marked.getProblemMark());
        return UNCLOSED.equals(marked.getProblem()) && !opening.equals(Place.NONE) ? opening : place;
    }

    static String text(YamlEngineException met) {
        var cause = cause(met);
        return WORDINGS.stream()
                .filter(wording -> cause.contains(wording.parserSays))
                .findFirst()
                .map(Wording::weSay)
                .orElseGet(() -> "not YAML 1.2 (" + Excerpt.of(cause.strip()) + "), correct the text here");
    }

    private static String cause(YamlEngineException met) {
        var cause = met instanceof MarkedYamlEngineException marked ? marked.getProblem() : met.getMessage();
        return cause == null ? "unreadable" : cause;
    }

    private record Wording(String parserSays, String weSay) {}
}
