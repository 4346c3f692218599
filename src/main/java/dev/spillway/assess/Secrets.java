package dev.spillway.assess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.spillway.report.Loss;
import dev.spillway.rule.Change;
import dev.spillway.rule.Figures;
import dev.spillway.rule.Finding;
import dev.spillway.view.InputPath;
import dev.spillway.view.Inputs;
import dev.spillway.view.ResourceView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows every secret that has arrived, and keeps all of them out of what is said. */
public final class Secrets {
    /** A shorter secret is hidden only where it stands as a word: "1" must not make "10" unreadable. */
    private static final int TELLING_LETTERS = 6;

    private final Set<String> values = ConcurrentHashMap.newKeySet();

    /** Remembers what stands inside the secret wrappers of a value. */
    public void learn(JsonNode node) {
        if (Inputs.isSecret(node)) {
            remember(node.path("value"));
        } else {
            node.forEach(this::learn);
        }
    }

    /** Remembers one text. */
    public void learn(String secret) {
        String text = secret.strip();
        if (!text.isEmpty() && !text.equals(Inputs.UNKNOWN) && !text.equals(Inputs.HIDDEN)) {
            values.add(text);
        }
    }

    /** The text with {@code [secret]} in the place of every secret. */
    public String hide(String text) {
        String hidden = text;
        List<String> longestFirst = values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String value : longestFirst) {
            hidden = hide(hidden, value);
        }
        return hidden;
    }

    /**
     * The finding without secrets. Where the input that it points at is one, nothing of what was seen is told: a rule may have
     * turned it into hours from days.
     */
    public Finding hide(Finding finding, Optional<ResourceView> resource) {
        boolean isSecret = resource.filter(view -> isSecretAt(view.inputs(), finding.path()))
                .isPresent();
        return new Finding(
                finding.rule(),
                finding.name(),
                finding.severity(),
                finding.level(),
                finding.verdict(),
                finding.urn(),
                finding.path(),
                isSecret ? Inputs.HIDDEN : hide(finding.seen()),
                hide(finding.wanted()),
                hide(finding.loses()),
                finding.fix(),
                finding.changes(),
                finding.url(),
                finding.suppressedBy());
    }

    /** A loss without secrets. */
    Loss hide(Loss loss) {
        ObjectNode json = loss.json().deepCopy();
        hideTexts(json);
        return new Loss(
                hide(loss.namespace()),
                hide(loss.missing()),
                loss.offeredEvents(),
                loss.lostEvents(),
                loss.lossPercent(),
                loss.burstSharePercent(),
                loss.windowSeconds(),
                loss.low(),
                loss.high(),
                loss.budget(),
                loss.withinBudget(),
                hide(loss.decidedBy()),
                hide(loss.when()),
                hide(loss.assumptions()),
                loss.timeline(),
                loss.detail(),
                json);
    }

    private List<String> hide(List<String> texts) {
        return texts.stream().map(this::hide).toList();
    }

    /** Hides secrets in every text below a node; resources keep their names. */
    void hideTexts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field ->
                            field.getValue().isTextual() && !field.getKey().equals("urn"))
                    .forEach(field -> field.setValue(
                            TextNode.valueOf(hide(field.getValue().textValue()))));
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).isTextual()) {
                    list.set(i, TextNode.valueOf(hide(list.get(i).textValue())));
                }
            }
        }
        node.forEach(this::hideTexts);
    }

    /** A change in words. */
    public String words(Change change) {
        return change.path() + " = " + hide(change.value().asText());
    }

    private void remember(JsonNode node) {
        if (node.isNumber()) {
            learn(Figures.number(node.doubleValue()));
            learn(node.asText());
        } else if (node.isTextual()) {
            learn(node.textValue());
        } else {
            node.forEach(this::remember);
        }
    }

    private static String hide(String text, String secret) {
        if (secret.length() >= TELLING_LETTERS) {
            return text.replace(secret, Inputs.HIDDEN);
        }
        return Pattern.compile("(?<![\\p{Alnum}])" + Pattern.quote(secret) + "(?![\\p{Alnum}])")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(Inputs.HIDDEN));
    }

    private static boolean isSecretAt(JsonNode inputs, String path) {
        if (path.isEmpty()) {
            return false;
        }
        JsonNode here = inputs;
        for (String step : InputPath.of(path).steps()) {
            here = here.isArray() && step.chars().allMatch(Character::isDigit)
                    ? here.path(Integer.parseInt(step))
                    : here.path(step);
            if (Inputs.isSecret(here)) {
                return true;
            }
        }
        return false;
    }
}
