package dev.spillway.rules.cluster;

import static dev.spillway.fixture.Stacks.cluster;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.rule.Verdict;
import org.junit.jupiter.api.Test;

/** AK-013. */
class WorkloadIdentityTest {
    private static final String ISSUER = "oidcIssuerProfile.enabled";
    private static final String WEBHOOK = "securityProfile.workloadIdentity.enabled";

    private final WorkloadIdentity rule = new WorkloadIdentity();
    private final ResourceFixture orders = namespace("orders").with("disableLocalAuth", true);
    private final ResourceFixture api = deployment("api").sendsTo("orders/orders");
    private final ResourceFixture aks = cluster("aks");

    @Test
    void aClusterWithoutIdentitiesIsReported() {
        assertThat(Verdicts.of(rule, orders, hub("orders/orders"), api, aks))
                .isEqualTo(Verdict.violation(ISSUER, "off", "on")
                        .withChanges(aks.cure(ISSUER, true), aks.cure(WEBHOOK, true)));
    }

    @Test
    void halfOfItIsNotEnough() {
        assertThat(Verdicts.of(rule, orders, hub("orders/orders"), api, aks.with(ISSUER, true)))
                .isEqualTo(Verdict.violation(WEBHOOK, "off", "on").withChanges(aks.cure(WEBHOOK, true)));
    }

    @Test
    void bothPass() {
        assertThat(Verdicts.of(
                        rule,
                        orders,
                        hub("orders/orders"),
                        api,
                        aks.with(ISSUER, true).with(WEBHOOK, true)))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void whereKeysAreTakenNothingIsNeeded() {
        assertThat(Verdicts.of(rule, namespace("orders"), hub("orders/orders"), api, aks))
                .isEqualTo(Verdict.notApplicable("no namespace that its workloads use refuses keys"));
    }
}
