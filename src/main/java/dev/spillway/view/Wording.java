package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A resource of another provider as the rules read it, and the way back to the words of whoever declared it. */
public final class Wording {
    private final ResourceView view;
    private final List<Term> used;
    private final List<Term> terms;

    /**
     * @param view in the words of {@code azure-native}
     * @param used the terms that it was declared in
     * @param terms those that it could have been declared in
     */
    Wording(ResourceView view, List<Term> used, List<Term> terms) {
        this.view = view;
        this.used = List.copyOf(used);
        this.terms = List.copyOf(terms);
    }

    ResourceView view() {
        return view;
    }

    /** Of a resource that declares two things. */
    Wording and(Wording other) {
        return new Wording(view, both(used, other.used), both(terms, other.terms));
    }

    private static List<Term> both(List<Term> some, List<Term> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** A path of the rules as the provider spells it; itself where the words are the same. */
    public String path(String general) {
        return term(general)
                .map(term -> respelled(general, term))
                .or(() -> within(general))
                .orElse(general);
    }

    /** A value that the rules want at a path, as the provider would have it written. */
    public JsonNode value(String general, JsonNode value) {
        return term(general)
                .filter(term -> term.general().equals(general))
                .map(term -> value.isNull() ? value : term.as().own(value))
                .orElse(value);
    }

    /** The term that says most of a path: one that was used before one that could have been. */
    private Optional<Term> term(String general) {
        if (general.isEmpty()) {
            return Optional.empty();
        }
        InputPath path = InputPath.of(general);
        return Stream.of(used, terms)
                .flatMap(some -> longest(some, path).stream())
                .findFirst();
    }

    /** The first word for something inside a place that has no word of its own. */
    private Optional<String> within(String general) {
        return general.isEmpty()
                ? Optional.empty()
                : terms.stream()
                        .filter(term -> InputPath.of(general).covers(InputPath.of(term.general())))
                        .map(Term::own)
                        .findFirst();
    }

    private static Optional<Term> longest(List<Term> some, InputPath path) {
        return some.stream()
                .filter(term -> InputPath.of(term.general()).covers(path))
                .reduce((one, other) -> steps(other) > steps(one) ? other : one);
    }

    private static int steps(Term term) {
        return InputPath.of(term.general()).steps().size();
    }

    private static String respelled(String general, Term term) {
        List<String> place = InputPath.of(general).steps();
        List<String> known = InputPath.of(term.general()).steps();
        List<String> positions = new ArrayList<>();
        for (int at = 0; at < known.size(); at++) {
            if (known.get(at).equals("*")) {
                positions.add(place.get(at));
            }
        }
        String own = term.own();
        for (String position : positions) {
            own = own.replaceFirst("\\*", position);
        }
        for (String step : place.subList(known.size(), place.size())) {
            own = InputPath.child(own, step);
        }
        return own;
    }
}
