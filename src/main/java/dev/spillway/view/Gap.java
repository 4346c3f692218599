package dev.spillway.view;

import java.util.ArrayList;
import java.util.List;

/**
 * An input that would have to be known, and why it is not.
 *
 * @param resource the name in the program of the resource with that URN
 * @param why {@code not given}, {@code known only after deployment}, or what was met and what belongs there
 */
public record Gap(String urn, String resource, String path, String why) {
    private static final String NOT_GIVEN = "not given";

    /** Those of the facts that are not known, in their order. */
    public static List<Gap> in(Subject subject, Fact<?>... facts) {
        List<Gap> gaps = new ArrayList<>();
        for (Fact<?> fact : facts) {
            if (fact instanceof Fact.Unknown<?> unknown) {
                gaps.add(new Gap(subject.urn(), subject.name(), unknown.path(), unknown.why()));
            } else if (fact.isAbsent()) {
                gaps.add(new Gap(subject.urn(), subject.name(), fact.path(), NOT_GIVEN));
            }
        }
        return List.copyOf(gaps);
    }

    @Override
    public String toString() {
        return resource + ": " + path + ": " + why;
    }
}
