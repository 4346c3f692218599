package dev.spillway.rules.regions;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.id;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DR-010. */
class ClientsUseAliasTest {
    private final ClientsUseAlias rule = new ClientsUseAlias();
    private final ResourceFixture orders = namespace("orders");
    private final ResourceFixture north = namespace("north");
    private final ResourceFixture pair = azure("eventhub:DisasterRecoveryConfig", "pair")
            .with("alias", "orders-alias")
            .with("namespaceName", "orders")
            .with("partnerNamespace", id("Microsoft.EventHub/namespaces/north"));
    private final ResourceFixture settings = resource("kubernetes:core/v1:ConfigMap", "client");

    @Test
    void theHostOfThePrimaryIsReported() {
        settings.with("data.HOST", "orders.servicebus.windows.net:9093");

        assertThat(Verdicts.of(rule, orders, north, pair, settings))
                .isEqualTo(Verdict.violation(
                                "data.HOST", "orders.servicebus.windows.net", "orders-alias.servicebus.windows.net")
                        .withChanges(settings.cure("data.HOST", "orders-alias.servicebus.windows.net:9093")));
    }

    @Test
    void theHostOfThePartnerIsNoBetter() {
        settings.with("data.HOST", "north.servicebus.windows.net");

        assertThat(Verdicts.of(rule, orders, north, pair, settings)).isInstanceOf(Verdict.Violation.class);
    }

    @Test
    void aVariableOfAContainerCountsToo() {
        ResourceFixture api = deployment("api")
                .container("env", List.of(Map.of("name", "HOST", "value", "orders.servicebus.windows.net")));

        assertThat(Verdicts.of(rule, orders, north, pair, api))
                .isEqualTo(Verdict.violation(
                                "spec.template.spec.containers.0.env.0.value",
                                "orders.servicebus.windows.net",
                                "orders-alias.servicebus.windows.net")
                        .withChanges(api.cure(
                                "spec.template.spec.containers.0.env.0.value", "orders-alias.servicebus.windows.net")));
    }

    @Test
    void theAliasPasses() {
        settings.with("data.HOST", "orders-alias.servicebus.windows.net");

        assertThat(Verdicts.of(rule, orders, north, pair, settings)).isEqualTo(Verdict.pass());
    }

    @Test
    void aHostWhoseNameEndsWithThatOfAPairWasTakenForIt() {
        settings.with("data.HOST", "my-orders.servicebus.windows.net");

        assertThat(Verdicts.of(rule, orders, north, pair, settings)).isEqualTo(Verdict.pass());
    }

    @Test
    void whatNamesNoHostIsNotJudged() {
        settings.with("data.LEVEL", "debug");
        ResourceFixture api = deployment("api").container("env", List.of(Map.of("name", "LEVEL", "value", "debug")));

        assertThat(rule.subjects(Stacks.topology(orders, north, pair, settings, api)))
                .isEmpty();
    }

    @Test
    void ofSeveralValuesOnlyThatWithAHostIsReported() {
        settings.with("data.A", "debug").unknown("data.B").with("data.C", "orders.servicebus.windows.net");

        assertThat(Verdicts.of(rule, orders, north, pair, settings))
                .satisfies(verdict ->
                        assertThat(((Verdict.Violation) verdict).path()).isEqualTo("data.C"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "data.HOST"})
    void aValueOfAPairedNamespaceMayBeItsHost(String path) {
        settings.unknown(path).dependsOn("data", orders);

        assertThat(Verdicts.of(rule, orders, north, pair, settings))
                .isEqualTo(unknown(settings, path, "known only after deployment"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "data.HOST"})
    void aValueOfAnythingElseIsNotJudged(String path) {
        settings.unknown(path).dependsOn("data", namespace("other"));

        assertThat(rule.subjects(Stacks.topology(orders, north, pair, settings)))
                .isEmpty();
    }

    @Test
    void aValueThatComesFromNowhereMayBeAHost() {
        assertThat(Verdicts.of(rule, orders, north, pair, settings.unknown("data.HOST")))
                .isEqualTo(unknown(settings, "data.HOST", "known only after deployment"));
    }

    @Test
    void containersThatAreNotKnownMayNameAHost() {
        ResourceFixture api = deployment("api").unknown("spec.template.spec.containers");

        assertThat(Verdicts.of(rule, orders, north, pair, api))
                .isEqualTo(unknown(api, "spec.template.spec.containers", "known only after deployment"));
    }

    @Test
    void aHostMayBeThatOfAPartnerWhoseNameIsNotKnown() {
        pair.unknown("partnerNamespace");
        settings.with("data.HOST", "south.servicebus.windows.net");

        assertThat(Verdicts.of(rule, orders, north, pair, settings))
                .isEqualTo(unknown(pair, "partnerNamespace", "known only after deployment"));
    }

    @Test
    void withoutAPairNothingIsJudged() {
        settings.with("data.HOST", "orders.servicebus.windows.net");

        assertThat(rule.subjects(Stacks.topology(orders, settings))).isEmpty();
    }
}
