package dev.spillway.config;

import java.util.Optional;
import java.util.function.Predicate;

/** What a key held: a value, nothing, or something wrong that has been reported and must cause no further message. */
sealed interface Answer<T> {
    /** A value, and where it stands. */
    record Held<T>(T value, Place place) implements Answer<T> {}

    /** Nothing: the key was not given. */
    record Absent<T>() implements Answer<T> {}

    /** Something wrong. */
    record Wrong<T>() implements Answer<T> {}

    static <T> Answer<T> held(T value, Place place) {
        return new Held<>(value, place);
    }

    static <T> Answer<T> absent() {
        return new Absent<>();
    }

    static <T> Answer<T> wrong() {
        return new Wrong<>();
    }

    default boolean isAbsent() {
        return this instanceof Absent;
    }

    default boolean isWrong() {
        return this instanceof Wrong;
    }

    default Optional<T> held() {
        return this instanceof Held<T> held ? Optional.of(held.value) : Optional.empty();
    }

    default boolean holds(Predicate<T> claim) {
        return held().filter(claim).isPresent();
    }

    /** The value of a file without problems, where a required key holds one. */
    default T value() {
        return held().orElseThrow(() -> new IllegalStateException("read before all problems were reported"));
    }

    /** This answer, or the default as if it had been given; what is wrong stays wrong. */
    default Answer<T> orGiven(T byDefault) {
        return isAbsent() ? held(byDefault, Place.NONE) : this;
    }
}
