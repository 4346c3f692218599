package dev.spillway.cli;

import static dev.spillway.fixture.Stacks.azure;
import static dev.spillway.fixture.Stacks.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.DeployedStacks;
import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Stacks;
import dev.spillway.report.PreviewReport.Runbook;
import dev.spillway.rule.Deployed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has to be done, step by step, before something of Event Grid may go to another region. */
class RelocationsTest {
    private static Deployed in(String location, ResourceFixture resource) {
        return Deployed.of(List.of(DeployedStacks.asDeclared(resource.with("location", location))));
    }

    private static List<Runbook> steps(ResourceFixture wanted, Deployed deployed) {
        return Relocations.of(Stacks.graph(wanted), deployed);
    }

    @Test
    void topicThatMovesHasItsStepsInOrder() {
        List<Runbook> steps =
                steps(topic("order-events").with("location", "northeurope"), in("westeurope", topic("order-events")));

        assertThat(steps).singleElement().satisfies(book -> {
            assertThat(book.title())
                    .isEqualTo(
                            "order-events moves from westeurope to northeurope: Azure replaces it, and what waits in it"
                                    + " is lost");
            assertThat(book.steps())
                    .extracting(step ->
                            step.text().split(" ", 3)[0] + " " + step.text().split(" ", 3)[1])
                    .containsExactly("Do not", "Wait until", "Move the", "Wait until", "Read its");
        });
    }

    @Test
    void sourceOfASystemTopicPublishesByItself() {
        ResourceFixture uploads = azure("eventgrid:SystemTopic", "uploads");

        assertThat(steps(
                        azure("eventgrid:SystemTopic", "uploads").with("location", "northeurope"),
                        in("westeurope", uploads)))
                .singleElement()
                .satisfies(book -> assertThat(book.steps().get(2).text()).contains("every event twice"));
    }

    @Test
    void sameRegionInOtherWordsIsNoMove() {
        assertThat(steps(
                        topic("order-events").with("location", "westeurope"), in("West Europe", topic("order-events"))))
                .isEmpty();
    }

    @Test
    void newTopicAndUnknownStateMoveNothing() {
        assertThat(steps(topic("order-events").with("location", "northeurope"), Deployed.of(List.of())))
                .isEmpty();
        assertThat(steps(topic("order-events").with("location", "northeurope"), Deployed.NOTHING_KNOWN))
                .isEmpty();
    }

    @Test
    void otherServicesAreNotSpokenOf() {
        assertThat(steps(
                        Stacks.namespace("orders").with("location", "northeurope"),
                        in("westeurope", Stacks.namespace("orders"))))
                .isEmpty();
    }
}
