package dev.spillway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spillway.units.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as Pulumi writes them. */
class InputPathTest {
    @Test
    void dotsSeparateNamesAndPositions() {
        assertThat(InputPath.of("spec.containers.0.image").steps()).containsExactly("spec", "containers", "0", "image");
    }

    @Test
    void aNameWithDotsIsQuoted() {
        assertThat(InputPath.of("metadata.annotations[\"spillway.dev/load\"].more")
                        .steps())
                .containsExactly("metadata", "annotations", "spillway.dev/load", "more");
    }

    @Test
    void aPositionMayStandInBrackets() {
        assertThat(InputPath.of("a[0].b").steps()).containsExactly("a", "0", "b");
    }

    @Test
    void aChildIsQuotedOnlyWhereItHasTo() {
        assertThat(InputPath.child("tags", "spillway-profile")).isEqualTo("tags.spillway-profile");
        assertThat(InputPath.child("tags", "a.b")).isEqualTo("tags[\"a.b\"]");
        assertThat(InputPath.of(InputPath.child("tags", "a.b")).steps()).containsExactly("tags", "a.b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "a.", "a[", "a[b]", "a[\"b"})
    void aPathThatCannotBeReadIsRefused(String text) {
        assertThatThrownBy(() -> InputPath.of(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("input path: " + text + " is not possible");
    }

    @Test
    void aPlaceCoversWhatLiesBelowIt() {
        assertThat(InputPath.of("spec").covers(InputPath.of("spec.replicas"))).isTrue();
        assertThat(InputPath.of("*.replicas").covers(InputPath.of("spec.replicas")))
                .isTrue();
        assertThat(InputPath.of("spec.replicas").covers(InputPath.of("spec"))).isFalse();
        assertThat(InputPath.of("spec.paused").covers(InputPath.of("spec.replicas")))
                .isFalse();
    }
}
