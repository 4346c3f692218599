package dev.spillway.rule;

import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.Search;
import dev.spillway.view.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a rule says about one resource. */
public sealed interface Verdict {
    /** The resource is as it should be; the note is advice that stops nothing. */
    record Pass(Optional<String> note) implements Verdict {}

    /**
     * Events can be lost here.
     *
     * @param path the input that has to change
     * @param seen what stands there, with its unit
     * @param wanted what would be right, with its unit
     * @param changes what would cure it, as values to set; empty where that cannot be told
     * @param note what is lost here in numbers, or what is particular about this resource
     */
    record Violation(String path, String seen, String wanted, List<Change> changes, Optional<String> note)
            implements Verdict {
        public Violation {
            changes = List.copyOf(changes);
        }

        public Violation withChanges(Change... cure) {
            return new Violation(path, seen, wanted, List.of(cure), note);
        }

        public Violation withChanges(List<Change> cure) {
            return new Violation(path, seen, wanted, cure, note);
        }

        public Violation withNote(String text) {
            return new Violation(path, seen, wanted, changes, Optional.of(text));
        }
    }

    /** The rule has nothing to say about this resource. */
    record NotApplicable(String why) implements Verdict {}

    /** Something that decides is not known; never empty. */
    record Unknown(List<Gap> gaps) implements Verdict {
        public Unknown {
            gaps = List.copyOf(gaps);
            if (gaps.isEmpty()) {
                throw new IllegalArgumentException("an unknown verdict names what is not known");
            }
        }
    }

    static Verdict pass() {
        return new Pass(Optional.empty());
    }

    static Verdict pass(String note) {
        return new Pass(Optional.of(note));
    }

    static Violation violation(String path, String seen, String wanted) {
        return new Violation(path, seen, wanted, List.of(), Optional.empty());
    }

    static Verdict notApplicable(String why) {
        return new NotApplicable(why);
    }

    static Verdict unknown(List<Gap> gaps) {
        return new Unknown(gaps);
    }

    /** Unknown because of those of the facts that are not known. */
    static Verdict unknown(Subject subject, Fact<?>... facts) {
        return new Unknown(Gap.in(subject, facts));
    }

    /** The verdict once everything is known that it hangs on. */
    static Verdict whenKnown(List<Gap> gaps, Supplier<Verdict> judge) {
        return gaps.isEmpty() ? judge.get() : unknown(gaps);
    }

    /** The verdict on whether something is there; what cannot be told is unknown. */
    static Verdict on(Search search, Supplier<Verdict> found, Supplier<Verdict> missing) {
        if (search.isFound()) {
            return found.get();
        }
        return search.isMissing() ? missing.get() : unknown(search.gaps());
    }

    /** The verdict on a known value; a value that is unknown, or absent without a default of the service, is unknown. */
    static <T> Verdict on(Subject subject, Fact<T> fact, Function<? super T, Verdict> judge) {
        return fact.whenKnown().<Verdict>map(judge).orElseGet(() -> unknown(subject, fact));
    }
}
