package dev.spillway.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Whether a stack holds something: found, or not known for want of inputs, or missing.
 *
 * @param gaps what would have to be known; it matters only where nothing was found
 */
public record Search(boolean isFound, List<Gap> gaps) {
    public static final Search FOUND = new Search(true, List.of());
    public static final Search MISSING = new Search(false, List.of());

    public Search {
        gaps = List.copyOf(gaps);
    }

    public static Search unknown(List<Gap> gaps) {
        return new Search(false, gaps);
    }

    /** Looks for one that fits; those that may fit count when none does. */
    public static <S extends Subject> Search among(
            Collection<S> candidates, Function<? super S, ? extends Fact<Boolean>> fits) {
        List<Gap> gaps = new ArrayList<>();
        for (S candidate : candidates) {
            Fact<Boolean> answer = fits.apply(candidate);
            if (answer.whenKnown().orElse(false)) {
                return FOUND;
            }
            if (!answer.isKnown()) {
                gaps.addAll(Gap.in(candidate, answer));
            }
        }
        return unknown(gaps);
    }

    public boolean isMissing() {
        return !isFound && gaps.isEmpty();
    }

    /** This, or else what another search says. */
    public Search or(Search other) {
        if (isFound || other.isFound) {
            return FOUND;
        }
        List<Gap> both = new ArrayList<>(gaps);
        both.addAll(other.gaps);
        return unknown(both);
    }
}
