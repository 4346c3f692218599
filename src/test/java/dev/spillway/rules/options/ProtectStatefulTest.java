package dev.spillway.rules.options;

import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.spillway.fixture.DeployedStacks;
import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Context;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Subject;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PU-001. */
class ProtectStatefulTest {
    private static final Verdict UNPROTECTED = Verdict.violation("options.protect", "false", "true");
    private static final Deployed NOTHING_DEPLOYED = Deployed.of(List.of());
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
        assertThat(Verdicts.of(rule, context -> context.with(NOTHING_DEPLOYED), orders.tag("spillway-profile", "dev")))
                .isEqualTo(DEV);
    }

    @Test
    void withoutTheDeployedStateADevResourceMayBeProtectedAndReplacedAtOnce() {
        assertThat(Verdicts.of(rule, orders.tag("spillway-profile", "dev")))
                .isEqualTo(unknown(
                        orders,
                        "options.protect",
                        "the deployed state is not at hand, so it may be protected and replaced at once"));
    }

    @ParameterizedTest
    @CsvSource({
        "location, northeurope, location from westeurope to northeurope",
        "namespaceName, payments, namespaceName from orders to payments",
        "resourceGroupName, rg-other, resourceGroupName from rg-orders to rg-other"
    })
    void takingProtectAwayWhileReplacingIsReportedEvenUnderDev(String input, String value, String change) {
        assertThat(besideProtected(dev -> dev.with(input, value)))
                .isEqualTo(Verdict.violation(
                                "options.protect",
                                "false, where it is true until now",
                                "true, or an update of its own that takes it away")
                        .withNote("This very update replaces it: " + change));
    }

    @Test
    void otherZonesAreAReplacementToo() {
        assertThat(besideProtected(dev -> dev.with("zoneRedundant", false))).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void takingProtectAwayAloneIsTheFirstOfTwoSteps() {
        assertThat(besideProtected(dev -> dev.with("location", "West Europe").capacity(9)))
                .isEqualTo(Verdict.notApplicable(
                        "sizing profile dev: this update takes protect away and replaces nothing"));
    }

    @Test
    void aNameKnownAfterDeploymentMayBeAReplacement() {
        assertThat(besideProtected(dev -> dev.unknown("namespaceName")))
                .isEqualTo(unknown(orders, "namespaceName", "known only after deployment"));
    }

    @Test
    void whatWasNeverProtectedMayBeReplacedUnderDev() {
        var unprotected = DeployedStacks.withUnits(orders.urn(), 2);

        assertThat(Verdicts.of(
                        rule,
                        context -> context.with(unprotected),
                        orders.tag("spillway-profile", "dev").with("location", "northeurope")))
                .isEqualTo(DEV);
    }

    @Test
    void underAnotherProfileTheReplacementIsNamed() {
        var deployed = DeployedStacks.keptSafe(namespace("orders").with("location", "westeurope"));

        assertThat(Verdicts.of(rule, context -> context.with(deployed), orders.with("location", "northeurope")))
                .isEqualTo(Verdict.violation("options.protect", "false", "true")
                        .withNote("This very update replaces it: location from westeurope to northeurope"));
    }

    @Test
    void takingProtectAwayFromWhatStaysIsNotCalledAReplacement() {
        var deployed = DeployedStacks.keptSafe(namespace("orders").with("location", "westeurope"));

        assertThat(Verdicts.of(rule, context -> context.with(deployed), orders.with("location", "westeurope")))
                .isEqualTo(Verdict.violation("options.protect", "false", "true"));
    }

    /** A namespace of the dev profile that is declared unprotected, and is deployed and protected as it was before the change. */
    private Verdict besideProtected(UnaryOperator<ResourceFixture> change) {
        var deployed = DeployedStacks.keptSafe(placed(namespace("orders")));
        ResourceFixture declared = change.apply(placed(orders).tag("spillway-profile", "dev"));
        return Verdicts.of(rule, context -> context.with(deployed), declared);
    }

    private static ResourceFixture placed(ResourceFixture namespace) {
        return namespace
                .with("location", "westeurope")
                .with("namespaceName", "orders")
                .with("resourceGroupName", "rg-orders")
                .with("zoneRedundant", true);
    }

    @Test
    void theProfileOfTheNamespaceHoldsForItsHubs() {
        EventTopology topology = Stacks.topology(orders.tag("spillway-profile", "dev"), hub("orders/orders"));

        assertThat(topology.stateful())
                .extracting(
                        Subject::name,
                        stateful -> rule.check(stateful, Context.of(topology).with(NOTHING_DEPLOYED)))
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
