package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.subscription;
import static dev.spillway.fixture.Stacks.topic;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterSetTest {
    private static final Verdict DROPPED =
            Verdict.violation("deadLetterWithResourceIdentity", "not set", "a container in the region of the topic");

    @Test
    void subscriptionWithoutADeadLetterIsReportedAsCritical() {
        assertThat(verdict(plain())).isEqualTo(DROPPED);
        assertThat(new DeadLetterSet().card().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void deadLetterByIdentityOrByKeyPasses() {
        assertThat(verdict(plain().with("deadLetterWithResourceIdentity.identity.type", "SystemAssigned")))
                .isEqualTo(Verdict.pass());
        assertThat(verdict(plain().with("deadLetterDestination.blobContainerName", "dead-letters")))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void deadLetterThatIsKnownOnlyAfterDeploymentPasses() {
        assertThat(verdict(plain().unknown("deadLetterWithResourceIdentity"))).isEqualTo(Verdict.pass());
    }

    @Test
    void lossThatIsAcceptedWithOwnerAndReasonIsNotJudged() {
        assertThat(verdict(plain().with(
                                "labels",
                                List.of("spillway-accept-loss", "owner: orders", "reason: worth nothing later"))))
                .isEqualTo(Verdict.notApplicable("loss accepted by orders: worth nothing later"));
    }

    @Test
    void lossThatNobodyOwnsOrExplainsIsNotAccepted() {
        assertThat(verdict(plain().with("labels", List.of("spillway-accept-loss", "owner: orders"))))
                .isEqualTo(DROPPED);
        assertThat(verdict(plain().with("labels", List.of("spillway-accept-loss", "reason: because"))))
                .isEqualTo(DROPPED);
        assertThat(verdict(plain().with("labels", List.of("owner: orders", "reason: because"))))
                .isEqualTo(DROPPED);
    }

    @Test
    void labelsThatAreNotKnownLeaveItUndecided() {
        ResourceFixture subscription = plain().unknown("labels");

        assertThat(verdict(subscription)).isEqualTo(unknown(subscription, "labels", "known only after deployment"));
    }

    private static ResourceFixture plain() {
        return subscription("orders");
    }

    private static Verdict verdict(ResourceFixture subscription) {
        return Verdicts.of(new DeadLetterSet(), topic("orders"), subscription);
    }
}
