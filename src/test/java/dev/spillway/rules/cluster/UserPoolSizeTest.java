package dev.spillway.rules.cluster;

import static dev.spillway.fixture.Stacks.pool;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** AK-006. */
class UserPoolSizeTest {
    private final UserPoolSize rule = new UserPoolSize();
    private final ResourceFixture users = pool("aks");

    @Test
    void oneNodeIsReportedAndIsTheDefault() {
        assertThat(Verdicts.of(rule, users))
                .isEqualTo(
                        Verdict.violation("count", "1 node", "at least 2 nodes").withChanges(users.cure("count", 2)));
    }

    @Test
    void exactlyTwoPass() {
        assertThat(Verdicts.of(rule, users.with("count", 2))).isEqualTo(Verdict.pass());
    }

    @Test
    void theMaximumOfAPoolThatScalesIsRaisedWithTheMinimumWhereItHasTo() {
        users.with("enableAutoScaling", true).with("minCount", 1);

        assertThat(Verdicts.of(rule, users.with("maxCount", 1)))
                .isEqualTo(Verdict.violation("minCount", "1 node", "at least 2 nodes")
                        .withChanges(users.cure("minCount", 2), users.cure("maxCount", 2)));
        assertThat(Verdicts.of(rule, users.with("maxCount", 2)))
                .isEqualTo(Verdict.violation("minCount", "1 node", "at least 2 nodes")
                        .withChanges(users.cure("minCount", 2)));
    }

    @Test
    void systemAndSpotPoolsAreLeftAlone() {
        assertThat(Verdicts.of(rule, users.with("scaleSetPriority", "Spot")))
                .isEqualTo(Verdict.notApplicable("Spot nodes come and go: AK-008 speaks"));
        assertThat(Verdicts.of(rule, users.with("mode", "System")))
                .isEqualTo(Verdict.notApplicable("it is a system pool"));
    }

    @Test
    void theNumberCanBeMoved() {
        assertThat(Verdicts.of(rule, context -> context.with(UserPoolSize.MINIMUM, 1), users))
                .isEqualTo(Verdict.pass());
    }
}
