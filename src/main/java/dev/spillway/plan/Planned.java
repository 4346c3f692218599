package dev.spillway.plan;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** A planned value with its source and the reason in one line. */
public record Planned<T>(T value, Source source, String reason) {
    static <T> Planned<T> given(T value) {
        return new Planned<>(value, Source.GIVEN, "as written");
    }

    static <T> Planned<T> derived(T value, String reason) {
        return new Planned<>(value, Source.DERIVED, reason);
    }

    static <T> Planned<T> byDefault(T value, String reason) {
        return new Planned<>(value, Source.DEFAULT, reason);
    }

    static <T> Planned<T> byProfile(T value, String reason) {
        return new Planned<>(value, Source.PROFILE, reason);
    }

    /** What was given, or else what the planner says. */
    static <T> Planned<T> orElse(Optional<T> given, Supplier<Planned<T>> otherwise) {
        return given.map(Planned::given).orElseGet(otherwise);
    }

    static Planned<Integer> orElse(OptionalInt given, Supplier<Planned<Integer>> otherwise) {
        return given.isPresent() ? given(given.getAsInt()) : otherwise.get();
    }
}
