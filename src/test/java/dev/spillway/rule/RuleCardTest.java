package dev.spillway.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spillway.units.InvalidValue;
import org.junit.jupiter.api.Test;

/** What a card says, and what it refuses to be without. */
class RuleCardTest {
    private static final Parameter<Double> MARGIN = Parameter.number("margin", 5, "seconds");

    @Test
    void theFixSaysTheValuesOfItsParameters() {
        RuleCard card = card("KW-900").build();

        assertThat(card.fix(Settings.STANDARD)).isEqualTo("Wait 5 s more");
        assertThat(card.fix(Settings.STANDARD.with(MARGIN, 7.5))).isEqualTo("Wait 7.5 s more");
    }

    @Test
    void theFolderFollowsFromTheId() {
        RuleCard card = card("KW-900").build();

        assertThat(card.area()).isEqualTo(Area.WORKLOAD);
        assertThat(card.url()).isEqualTo("policies/workload/KW-900-wait/README.md");
    }

    @Test
    void anIdOfNoAreaIsRefused() {
        RuleCard card = card("XX-900").build();

        assertThatThrownBy(card::area)
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "rule id: XX-900 is not possible, give an id that begins with the letters of an area, such as EH-");
    }

    @Test
    void aCardWithoutLossStatementIsRefused() {
        assertThatThrownBy(() -> RuleCard.named("KW-900", "wait")
                        .severity(Severity.LOW)
                        .level(Level.ADVISORY)
                        .judges("workload")
                        .summary("Too quick")
                        .fix(FixClass.NONE, "Wait")
                        .build())
                .hasMessage("card of KW-900 without loses");
    }

    private static RuleCard.Builder card(String id) {
        return RuleCard.named(id, "wait")
                .severity(Severity.LOW)
                .level(Level.ADVISORY)
                .judges("workload")
                .summary("Too quick")
                .loses("Events are lost")
                .fix(FixClass.NONE, "Wait {margin} s more")
                .parameters(MARGIN);
    }
}
