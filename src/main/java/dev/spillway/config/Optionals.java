package dev.spillway.config;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Answers as the optional numbers that the model holds. */
final class Optionals {
    private Optionals() {}

    static OptionalInt ofInt(Answer<Integer> answer) {
        return answer.held().map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    static OptionalDouble ofDouble(Answer<Double> answer) {
        return answer.held().map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    static OptionalLong ofLong(Answer<Long> answer) {
        return answer.held().map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
