package dev.spillway.judge;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.hub;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.view.ResourceView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which names a user may mean a resource. */
class ResourcePatternTest {
    @ParameterizedTest
    @CsvSource({"order-api,true", "order-api-7f2c,true", "order-api-7f2d,false", "'',false"})
    void anObjectOfKubernetesIsMeantByItsNameInTheProgramAndInTheCluster(String pattern, boolean isMeant) {
        ResourceView api =
                deployment("order-api").with("metadata.name", "order-api-7f2c").view();

        assertThat(ResourcePattern.of(pattern).matches(api)).isEqualTo(isMeant);
    }

    @ParameterizedTest
    @CsvSource({"billing,true", "hub-of-bills,true", "ns/hub-of-bills,true", "ns/billing,false", "other/billing,false"})
    void aHubIsMeantByItsNameInTheProgramAndInAzure(String pattern, boolean isMeant) {
        ResourceView hub =
                hub("ns/billing").with("eventHubName", "hub-of-bills").view();

        assertThat(ResourcePattern.of(pattern).matches(hub)).isEqualTo(isMeant);
    }

    @ParameterizedTest
    @CsvSource({
        "orders-billing,  orders/billing,        true",
        "orders-billing,  orders/orders-billing, false",
        "billing,         orders/billing,        true",
        "ordersbilling,   orders/ordersbilling,  true",
        "orders-billing,  shop/billing,          false"
    })
    void aChildOfAComponentIsMeantBelowIt(String name, String pattern, boolean isMeant) {
        ResourceView child = below("urn:pulumi:dev::shop::spillway:index:Namespace::orders", name);

        assertThat(ResourcePattern.of(pattern).matches(child)).isEqualTo(isMeant);
    }

    private static ResourceView below(String parent, String name) {
        ResourceView hub = hub("unused/" + name).without("namespaceName").view();
        return new ResourceView(
                hub.urn(),
                hub.type(),
                hub.name(),
                parent,
                hub.inputs(),
                hub.dependencies(),
                hub.propertyDependencies(),
                hub.options());
    }
}
