package dev.spillway.rules.options;

import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Context;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PU-001. */
class ProtectStatefulTest {
    private static final Verdict UNPROTECTED = Verdict.violation("options.protect", "false", "true");
    private static final Verdict DEV =
            Verdict.notApplicable("sizing profile dev: its resources are made to be thrown away");

    private final ProtectStateful rule = new ProtectStateful();
    private final ResourceFixture orders = namespace("orders");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "azure-native:eventhub:Namespace",
                "azure-native:eventhub/v20240101:EventHub",
                "azure-native_eventhub_v20240101:eventhub:DisasterRecoveryConfig",
                "azure-native:eventgrid:Topic",
                "azure-native:eventgrid:Namespace"
            })
    void aResourceThatHoldsEventsHasToBeProtected(String type) {
        assertThat(Verdicts.of(rule, resource(type, "orders"))).isEqualTo(UNPROTECTED);
    }

    @Test
    void aProtectedOnePasses() {
        assertThat(Verdicts.of(rule, orders.keptSafe())).isEqualTo(Verdict.pass());
    }

    @Test
    void optionsThatTheEngineKeepsToItselfAreUnknown() {
        assertThat(Verdicts.of(rule, orders.withoutOptions()))
                .isEqualTo(Verdicts.unknown(orders, "options.protect", "not told by the engine"));
    }

    @Test
    void theDevProfileIsNotJudged() {
        assertThat(Verdicts.of(rule, orders.tag("spillway-profile", "dev"))).isEqualTo(DEV);
    }

    @Test
    void theProfileOfTheNamespaceHoldsForItsHubs() {
        EventTopology topology = Stacks.topology(orders.tag("spillway-profile", "dev"), hub("orders/orders"));

        assertThat(topology.stateful())
                .extracting(Subject::name, stateful -> rule.check(stateful, Context.of(topology)))
                .containsExactly(tuple("orders", DEV), tuple("orders", DEV));
    }

    @Test
    void anotherProfileIsJudged() {
        assertThat(Verdicts.of(rule, orders.tag("spillway-profile", "standard")))
                .isEqualTo(UNPROTECTED);
    }

    @Test
    void aProfileKnownAfterDeploymentIsUnknown() {
        assertThat(Verdicts.of(rule, orders.unknown("tags.spillway-profile")))
                .isEqualTo(unknown(orders, "tags.spillway-profile", "known only after deployment"));
    }

    @Test
    void aProtectedOnePassesWhateverTheProfile() {
        assertThat(Verdicts.of(rule, orders.unknown("tags").keptSafe())).isEqualTo(Verdict.pass());
    }

    @Test
    void theNameOfAnEventGridNamespaceIsNoEventHubsNamespace() {
        ResourceFixture grid =
                resource("azure-native:eventgrid:Namespace", "grid").with("namespaceName", "orders");
        EventTopology topology =
                Stacks.topology(orders.tag("spillway-profile", "dev").keptSafe(), grid);

        assertThat(topology.stateful())
                .extracting(stateful -> rule.check(stateful, Context.of(topology)))
                .containsExactly(UNPROTECTED, Verdict.pass());
    }
}
