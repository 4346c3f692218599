package dev.spillway.config;

import static dev.spillway.config.LoadSection.AVERAGE_EVENT;
import static dev.spillway.config.LoadSection.BASELINE;
import static dev.spillway.config.LoadSection.LARGEST_EVENT;
import static dev.spillway.config.LoadSection.PEAK;
import static dev.spillway.config.LoadSection.PEAK_HOLD;
import static dev.spillway.config.LoadSection.RAMP;
import static dev.spillway.config.LoadSection.WINDOW;

import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.model.LoadProfile;
import dev.spillway.units.Bytes;
import dev.spillway.units.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The load keys in force at one level: those given there, over those of the level around it. */
final class EffectiveLoad {
    /** Around the outermost level: nothing is given. */
    static final EffectiveLoad NONE = new EffectiveLoad(Answer.absent(), Optional.empty());

    /** Around a level whose surroundings could not be read: nothing it lacks may be complained about. */
    static final EffectiveLoad UNREADABLE = new EffectiveLoad(Answer.wrong(), Optional.empty());

    private final Answer<Fields> given;
    private final Optional<EffectiveLoad> around;

    private EffectiveLoad(Answer<Fields> given, Optional<EffectiveLoad> around) {
        this.given = given;
        this.around = around;
    }

    EffectiveLoad within(Answer<Fields> load) {
        return new EffectiveLoad(load, Optional.of(this));
    }

    /** What this level asks for; empty when it gives no load of its own. */
    Optional<LoadProfile> profile() {
        return isStated() ? Optional.of(resolved()) : Optional.empty();
    }

    private LoadProfile resolved() {
        return new LoadProfile(
                get(BASELINE).value(),
                get(PEAK).value(),
                ramp().value(),
                peakHold().value(),
                window().value(),
                get(AVERAGE_EVENT).value(),
                largestEvent().value());
    }

    /** Reports what is missing, and keys that contradict each other, once: where this level had a part in it. */
    void check() {
        given.held().filter(fields -> !fields.isEmpty()).ifPresent(fields -> {
            checkNeeded(fields);
            checkPeak(fields);
            checkLargestEvent(fields);
            checkWindow(fields);
        });
    }

    private void checkNeeded(Fields fields) {
        if (around.filter(EffectiveLoad::isStatedSomewhere).isPresent()) {
            return;
        }
        LoadSection.NEEDED.stream()
                .filter(key -> get(key).isAbsent())
                .forEach(key -> fields.report(key, "missing, give " + key.form().right()));
    }

    private void checkPeak(Fields fields) {
        if (!givesOneOf(fields, List.of(PEAK, BASELINE))) {
            return;
        }
        both(get(PEAK), get(BASELINE))
                .filter(rates -> rates.first().compareTo(rates.second()) < 0)
                .ifPresent(rates -> {
                    var peak = figure(rates.first());
                    var baseline = figure(rates.second());
                    fields.reportAtGiven(
                            List.of(PEAK, BASELINE),
                            "the peak of " + peak + " is below the baseline of " + baseline
                                    + ", give a peak that is not below the baseline");
                });
    }

    private void checkLargestEvent(Fields fields) {
        if (!givesOneOf(fields, List.of(LARGEST_EVENT, AVERAGE_EVENT))) {
            return;
        }
        both(largestEvent(), get(AVERAGE_EVENT))
                .filter(sizes -> sizes.first().compareTo(sizes.second()) < 0)
                .ifPresent(sizes -> fields.reportAtGiven(
                        List.of(LARGEST_EVENT, AVERAGE_EVENT),
                        "the largest event of " + sizes.first().count() + " bytes is below the average of "
                                + sizes.second().count()
                                + ", give a maxEventBytes that is not below averageEventBytes"));
    }

    /** The peak starts in the middle of the window, so that ramp and hold have half of it. */
    private void checkWindow(Fields fields) {
        if (!givesOneOf(fields, List.of(WINDOW, PEAK_HOLD, RAMP))) {
            return;
        }
        var climbAndHold = both(ramp(), peakHold()).map(spans -> spans.first().plus(spans.second()));
        var room = window().held().map(window -> window.dividedBy(2));
        if (climbAndHold.isEmpty() || room.isEmpty() || climbAndHold.get().compareTo(room.get()) <= 0) {
            return;
        }
        var message = "the peak starts in the middle of the window, which leaves " + figure(room.get())
                + " seconds for ramp and hold of " + figure(climbAndHold.get()) + ", give a windowSeconds of at least "
                + figure(climbAndHold.get().multipliedBy(2));
        fields.reportAtGiven(List.of(WINDOW, PEAK_HOLD, RAMP), message);
    }

    private static boolean givesOneOf(Fields fields, List<Key<?>> keys) {
        return keys.stream().anyMatch(key -> !fields.get(key).isAbsent());
    }

    private boolean isStated() {
        return given.holds(fields -> !fields.isEmpty());
    }

    private boolean isStatedSomewhere() {
        return isStated() || around.filter(EffectiveLoad::isStatedSomewhere).isPresent();
    }

    private <T> Answer<T> get(Key<T> key) {
        if (given.isWrong()) {
            return Answer.wrong();
        }
        var own = given.held().map(fields -> fields.get(key)).orElseGet(Answer::absent);
        return own.isAbsent() ? around.map(level -> level.get(key)).orElseGet(Answer::absent) : own;
    }

    private Answer<Duration> ramp() {
        return get(RAMP).orGiven(Duration.ZERO);
    }

    private Answer<Duration> peakHold() {
        return get(PEAK_HOLD).orGiven(Duration.ofMinutes(15));
    }

    private Answer<Duration> window() {
        return get(WINDOW).orGiven(Duration.ofHours(1));
    }

    private Answer<Bytes> largestEvent() {
        return get(LARGEST_EVENT).orGiven(TierLimits.of(Tier.STANDARD).largestEvent());
    }

    private static <A, B> Optional<Both<A, B>> both(Answer<A> first, Answer<B> second) {
        return first.held().flatMap(one -> second.held().map(other -> new Both<>(one, other)));
    }

    private static String figure(Rate rate) {
        return Figures.plain(rate.perSecond());
    }

    private static String figure(Duration span) {
        return Figures.plain(span);
    }

    /** Two values that were both readable. */
    private record Both<A, B>(A first, B second) {}
}
