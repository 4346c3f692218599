package dev.spillway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** A section's keys are those that are declared, once each. */
final class KeysTest {
    @Test
    void keysAreListedAsDeclared() {
        var keys = new Keys("test");
        var first = keys.required("second", new FlagForm());
        var second = keys.optional("first", new FlagForm());

        assertThat(keys.all()).containsExactly(first, second);
    }

    @Test
    void keyIsNotDeclaredTwice() {
        var keys = new Keys("test");
        keys.optional("key", new FlagForm());

        assertThatIllegalStateException().isThrownBy(() -> keys.required("key", new FlagForm()));
    }
}
