package dev.spillway.rules.options;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PU-002. */
class NoDeleteBeforeReplaceTest {
    private static final String OPTION = "options.deleteBeforeReplace";

    private final NoDeleteBeforeReplace rule = new NoDeleteBeforeReplace();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eventhub:Namespace",
                "eventhub:EventHub",
                "eventhub:DisasterRecoveryConfig",
                "eventgrid:Topic",
                "eventgrid:Namespace"
            })
    void aResourceThatIsDeletedFirstIsReported(String type) {
        assertThat(Verdicts.of(rule, azure(type, "orders").deletedBeforeReplaced()))
                .isEqualTo(Verdict.violation(OPTION, "true", "false"));
    }

    @Test
    void theUsualOrderPasses() {
        assertThat(Verdicts.of(rule, namespace("orders"))).isEqualTo(Verdict.pass());
    }

    @Test
    void optionsThatAreNotToldAreUnknown() {
        ResourceFixture untold = namespace("orders").withoutOptions();

        assertThat(Verdicts.of(rule, untold)).isEqualTo(unknown(untold, OPTION, "not told by the engine"));
    }
}
