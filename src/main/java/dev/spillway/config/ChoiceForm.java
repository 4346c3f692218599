package dev.spillway.config;

import dev.spillway.config.Value.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One of a few words; others may be refused with a reason. */
final class ChoiceForm<T> extends Form.OfScalar<T> {
    private final Map<String, T> choices;
    private final Map<String, String> refusals = new LinkedHashMap<>();

    private ChoiceForm(String noun, Map<String, T> choices) {
        super(noun, Listing.or(List.copyOf(choices.keySet())));
        this.choices = choices;
    }

    static ChoiceForm<String> ofText(String noun, String only) {
        return new ChoiceForm<>(noun, Map.of(only, only));
    }

    static <T> ChoiceForm<T> of(String noun, Function<T, String> key, List<T> values) {
        var choices = values.stream()
                .collect(Collectors.toMap(key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        return new ChoiceForm<>(noun, choices);
    }

    /** A word that Azure knows and we turn down. */
    ChoiceForm<T> refusing(String word, String reason) {
        refusals.put(word, reason);
        return this;
    }

    /** Words of the contract that no code stands behind yet. */
    ChoiceForm<T> notBuilt(String... words) {
        for (var word : words) {
            refusals.put(word, "is not built yet");
        }
        return this;
    }

    @Override
    Answer<T> scalar(Scalar scalar, Cell cell) {
        var refusal = refusals.get(scalar.text());
        if (refusal != null) {
            return cell.wrong(scalar.text() + " " + refusal + ", give " + right());
        }
        var choice = choices.get(scalar.text());
        return choice == null ? isNot(cell) : cell.held(choice);
    }
}
