package dev.spillway.config;

import dev.spillway.model.RecoveryTarget;
import dev.spillway.model.RecoveryTarget.Comparison;
import dev.spillway.model.SizingProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of {@code recovery}. */
final class RecoverySection {
    private static final long MOST_MINUTES = NumberForm.MOST_HOURS * 60;

    static final Keys KEYS = new Keys("recovery");
    private static final Key<Double> MAX_EVENT_LOSS_RATIO =
            KEYS.optional("maxEventLossRatio", NumberForm.share("a ratio"));
    private static final Key<Double> MAX_LOST_EVENTS =
            KEYS.optional("maxLostEvents", NumberForm.number("a number of events", Range.fromZero(1_000_000_000_000L)));
    private static final Key<Comparison> COMPARE = KEYS.optional(
            "compare", ChoiceForm.of("an end of the forecast's range", Comparison::key, List.of(Comparison.values())));
    private static final Key<Duration> CONSUMER_OUTAGE =
            KEYS.optional("consumerOutageHours", NumberForm.hours("a time", Range.fromZero(NumberForm.MOST_HOURS)));
    private static final Key<Duration> SUBSCRIBER_OUTAGE =
            KEYS.optional("subscriberOutageMinutes", NumberForm.minutes("a time", MOST_MINUTES));
    private static final Key<Duration> REGION_OUTAGE =
            KEYS.optional("regionOutageMinutes", NumberForm.minutes("a time", MOST_MINUTES));

    static final Form<RecoverySection> FORM = KEYS.as("a recovery target", RecoverySection::new);

    private final Fields fields;

    private RecoverySection(Fields fields) {
        this.fields = fields;
    }

    /** The target of a stack, which need not have the section. */
    static RecoveryTarget target(Answer<RecoverySection> section, SizingProfile profile) {
        return new RecoveryTarget(
                number(section, MAX_EVENT_LOSS_RATIO),
                number(section, MAX_LOST_EVENTS),
                given(section, COMPARE).orElse(byDefault(profile)),
                given(section, CONSUMER_OUTAGE).orElse(Duration.ofHours(24)),
                given(section, SUBSCRIBER_OUTAGE).orElse(RecoveryTarget.SUBSCRIBER_OUTAGE),
                given(section, REGION_OUTAGE).orElse(RecoveryTarget.REGION_OUTAGE));
    }

    private static Comparison byDefault(SizingProfile profile) {
        return profile == SizingProfile.MISSION_CRITICAL ? Comparison.HIGH : Comparison.BEST;
    }

    private static OptionalDouble number(Answer<RecoverySection> section, Key<Double> key) {
        return given(section, key).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private static <T> Optional<T> given(Answer<RecoverySection> section, Key<T> key) {
        return section.held().flatMap(held -> held.fields.get(key).held());
    }
}
