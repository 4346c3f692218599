package dev.spillway.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One run names everything that is wrong. */
final class AllProblemsAtOnceTest {
    @Test
    void tenMistakesOfAllKindsGiveTenLinesSortedByPlace() {
        var problems = Reading.problems(Resources.text("ten-problems.yaml"));

        assertThat(problems)
                .containsExactly(
                        "stack.yaml:1:13: apiVersion: spillway.dev/v2 is not a version of this file, give spillway.dev/v1",
                        "stack.yaml:2:1: naem: unknown key, did you mean name",
                        "stack.yaml:3:11: location: West Europe is not a region name, give westeurope",
                        "stack.yaml:4:105: load.windowSeconds: the peak starts in the middle of the window, which leaves 300 seconds for ramp and hold of 900, give a windowSeconds of at least 1800",
                        "stack.yaml:7:11: eventHubs.orders.tier: Basic keeps events for one day and has no capture, give Standard, Premium or Dedicated",
                        "stack.yaml:8:18: eventHubs.orders.autoInflate: ture is not a boolean, give true or false",
                        "stack.yaml:10:33: eventHubs.orders.hubs.orders.partitionCount: 0 is not a partition count on Standard, give 1 to 32",
                        "stack.yaml:11:1: evntGrid: unknown key, did you mean eventGrid",
                        "stack.yaml:15:10: workloads.billing.hub: orders/payments is not declared under eventHubs, give orders/orders",
                        "stack.yaml:16:12: workloads.billing.image: tag !!str is not supported, remove it");
    }

    /** On the page of the contract the consumer has no image, and the subnet is an ellipsis. */
    @Test
    void contractPageLacksAnImageAndASubnetAlone() {
        var problems = Reading.problems(Resources.text("contract-page.yaml"));

        assertThat(problems)
                .containsExactly(
                        "stack.yaml:42:79: eventHubs.orders.network.privateEndpoints[0].subnetId: \"\u2026\" is not the id of a subnet,"
                                + " give /subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.Network/virtualNetworks/<name>/subnets/<name>",
                        "stack.yaml:79:5: workloads.billing.image: missing, give a container image such as registry.example.com/order-api:1.4");
    }
}
