package dev.spillway.rules.storage;

import static dev.spillway.fixture.Stacks.account;
import static dev.spillway.fixture.Stacks.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Context;
import dev.spillway.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ST-002. */
class CheckpointContainerPerGroupTest {
    private static final String CONTAINER = "spec.template.metadata.annotations[\"spillway.dev/checkpoint-container\"]";

    private static final String ACCOUNT = "spec.template.metadata.annotations[\"spillway.dev/checkpoint-account\"]";

    private final CheckpointContainerPerGroup rule = new CheckpointContainerPerGroup();
    private final ResourceFixture billing = consumer("billing", "billing", "shared");

    @Test
    void aSharedContainerIsReportedOnBothGroups() {
        assertThat(verdicts(billing, consumer("shipping", "shipping", "shared")))
                .containsExactly(shared("shipping"), shared("billing"));
    }

    @Test
    void aContainerOfItsOwnPasses() {
        assertThat(verdicts(billing, consumer("shipping", "shipping", "own"))).containsOnly(Verdict.pass());
    }

    @Test
    void oneGroupMayShare() {
        assertThat(verdicts(billing, consumer("billing-2", "billing", "shared")))
                .containsOnly(Verdict.pass());
    }

    @Test
    void theOneThatSharesIsNamedAndNotAnotherOfTheSameGroup() {
        assertThat(verdicts(billing, consumer("billing-2", "billing", "shared"), consumer("shipping", "s", "shared")))
                .containsExactly(shared("shipping"), shared("shipping"), shared("billing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoint-account", "checkpoint-container", "consumer-group"})
    void whatAnotherDoesNotTellMayBeTheSame(String hidden) {
        String path = "spec.template.metadata.annotations[\"spillway.dev/" + hidden + "\"]";
        ResourceFixture other = consumer("shipping", "shipping", "shared").unknown(path);

        assertThat(verdicts(billing, other).get(0))
                .isEqualTo(Verdicts.unknown(other, path, "known only after deployment"));
    }

    @Test
    void whatCertainlyDiffersDecidesWhateverElseIsUnknown() {
        ResourceFixture other = consumer("shipping", "shipping", "own");
        ResourceFixture colleague = consumer("billing-2", "billing", "shared");
        other.unknown(ACCOUNT);
        colleague.unknown(ACCOUNT);

        assertThat(verdicts(billing, other).get(0)).isEqualTo(Verdict.pass());
        assertThat(verdicts(billing, colleague).get(0)).isEqualTo(Verdict.pass());
    }

    @Test
    void containersOfThatNameInAnotherAccountAreOthers() {
        ResourceFixture other = consumer("shipping", "shipping", "shared").fact("checkpoint-account", "elsewhere");
        var topology = Stacks.topology(billing, other, account("progress"), account("elsewhere"));

        assertThat(rule.subjects(topology))
                .allSatisfy(
                        one -> assertThat(rule.check(one, Context.of(topology))).isEqualTo(Verdict.pass()));
    }

    @Test
    void consumersWithoutGroupAreNotJudged() {
        assertThat(verdicts(deployment("billing").readsFrom("orders/orders"))).isEmpty();
    }

    private List<Verdict> verdicts(ResourceFixture... consumers) {
        List<ResourceFixture> stack = new ArrayList<>(List.of(consumers));
        stack.add(account("progress"));
        var topology = Stacks.topology(stack.toArray(ResourceFixture[]::new));
        return rule.subjects(topology).stream()
                .map(one -> rule.check(one, Context.of(topology)))
                .toList();
    }

    private static ResourceFixture consumer(String name, String group, String container) {
        return deployment(name)
                .readsFrom("orders/orders")
                .fact("consumer-group", group)
                .fact("checkpoint-account", "progress")
                .fact("checkpoint-container", container);
    }

    private static Verdict shared(String other) {
        return Verdict.violation(CONTAINER, "shared, which " + other + " uses too", "a container of its own");
    }
}
