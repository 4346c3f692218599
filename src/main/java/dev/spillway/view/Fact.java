package dev.spillway.view;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A declared value as far as it can be known before deployment: known, absent, or unknown. */
public sealed interface Fact<T> {
    /** Where the value stands in the resource's inputs, such as {@code sku.capacity}. */
    String path();

    /** A value that was written. */
    record Known<T>(String path, T value) implements Fact<T> {}

    /** Nothing was written; the service's default holds. */
    record Absent<T>(String path) implements Fact<T> {}

    /**
     * Something was written that cannot be read now.
     *
     * @param why for instance "known only after deployment", or what was met and the type that was expected
     */
    record Unknown<T>(String path, String why) implements Fact<T> {}

    static <T> Fact<T> known(String path, T value) {
        return new Known<>(path, value);
    }

    static <T> Fact<T> absent(String path) {
        return new Absent<>(path);
    }

    static <T> Fact<T> unknown(String path, String why) {
        return new Unknown<>(path, why);
    }

    /** The value where it is known. */
    default Optional<T> whenKnown() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /** This fact, with the service's default in place of absence. */
    default Fact<T> orDefault(T serviceDefault) {
        return this instanceof Absent<T> ? new Known<>(path(), serviceDefault) : this;
    }

    default <R> Fact<R> map(Function<? super T, ? extends R> change) {
        return then(value -> known(path(), change.apply(value)));
    }

    /** What follows from the value, where that is a fact of its own. */
    default <R> Fact<R> then(Function<? super T, Fact<R>> next) {
        if (this instanceof Known<T> known) {
            return next.apply(known.value());
        }
        return this instanceof Unknown<T> unknown ? unknown(path(), unknown.why()) : absent(path());
    }

    /** A fact that two others decide together; it is known when both are. */
    static <A, B, R> Fact<R> both(Fact<A> one, Fact<B> other, BiFunction<? super A, ? super B, ? extends R> join) {
        return one.then(a -> other.map(b -> join.apply(a, b)));
    }

    /** The value of a fact that was found to be known before. */
    default T value() {
        return whenKnown().orElseThrow(() -> new IllegalStateException(path() + " is not known"));
    }

    default boolean isKnown() {
        return this instanceof Known<T>;
    }

    default boolean isUnknown() {
        return this instanceof Unknown<T>;
    }

    default boolean isAbsent() {
        return this instanceof Absent<T>;
    }
}
