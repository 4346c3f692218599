package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.topic;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** EG-024. */
class TopicIdentityTest {
    private final TopicIdentity rule = new TopicIdentity();

    @Test
    void aTopicWithoutIdentityIsReported() {
        ResourceFixture topic = topic("order-events");

        assertThat(Verdicts.of(rule, topic))
                .isEqualTo(Verdict.violation("identity.type", "none", "SystemAssigned")
                        .withChanges(topic.cure("identity.type", "SystemAssigned")));
    }

    @Test
    void anyIdentityPasses() {
        assertThat(Verdicts.of(rule, topic("order-events").with("identity.type", "UserAssigned")))
                .isEqualTo(Verdict.pass());
    }

    @ParameterizedTest
    @CsvSource({
        "global, Microsoft.Resources.ResourceGroups, NotApplicable",
        "Global, Microsoft.Resources.ResourceGroups, NotApplicable",
        "westeurope, Microsoft.Storage.StorageAccounts, Violation",
    })
    void systemTopicsAreJudgedWhereTheyAreRegional(String location, String type, String verdict) {
        ResourceFixture system = azure("eventgrid:SystemTopic", "system")
                .with("location", location)
                .with("topicType", type);

        assertThat(Verdicts.of(rule, system).getClass().getSimpleName()).isEqualTo(verdict);
    }

    @Test
    void withoutLocationTheSourceTells() {
        ResourceFixture system = azure("eventgrid:SystemTopic", "system");

        assertThat(Verdicts.of(rule, system.with("topicType", "Microsoft.Storage.StorageAccounts")))
                .isInstanceOf(Verdict.Violation.class);
        assertThat(Verdicts.of(rule, system.with("topicType", "Microsoft.Maps.Accounts")))
                .isEqualTo(
                        unknown(system, "location", "not known, and Microsoft.Maps.Accounts may be a global source"));
    }
}
