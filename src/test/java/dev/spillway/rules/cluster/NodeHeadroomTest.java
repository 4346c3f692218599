package dev.spillway.rules.cluster;

import static dev.spillway.fixture.Stacks.pool;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AK-004. */
class NodeHeadroomTest {
    private final NodeHeadroom rule = new NodeHeadroom();
    private final ResourceFixture users =
            pool("aks").with("enableAutoScaling", true).with("minCount", 2).with("count", 3);

    @Test
    void aCeilingNearTheCountIsReported() {
        assertThat(Verdicts.of(rule, users.with("maxCount", 4)))
                .isEqualTo(Verdict.violation("maxCount", "4 nodes, from 2 and with 3 now", "at least 5 nodes")
                        .withChanges(users.cure("maxCount", 5)));
    }

    @Test
    void exactlyTheHeadroomPasses() {
        assertThat(Verdicts.of(rule, users.with("maxCount", 5))).isEqualTo(Verdict.pass());
    }

    @Test
    void withoutCountTheMaximumHasToExceedTheMinimum() {
        users.without("count");

        assertThat(Verdicts.of(rule, users.with("maxCount", 2)))
                .isEqualTo(Verdict.violation("maxCount", "2 nodes, from 2", "at least 3 nodes")
                        .withChanges(users.cure("maxCount", 3)));
        assertThat(Verdicts.of(rule, users.with("maxCount", 3))).isEqualTo(Verdict.pass());
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "minCount"})
    void whatIsNotKnownMayLeaveNoHeadroom(String path) {
        users.with("maxCount", 9).unknown(path);

        assertThat(Verdicts.of(rule, users)).isEqualTo(unknown(users, path, "known only after deployment"));
    }

    @Test
    void theHeadroomCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(NodeHeadroom.HEADROOM, 1), users.with("maxCount", 4)))
                .isEqualTo(Verdict.pass());
    }
}
