package dev.spillway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of the page of drills is played, and what is not. */
final class DrillTest {
    @Test
    void everyListOfThePageIsPlayedBySomeTest() throws IOException {
        assertThat(Drill.all())
                .extracting(Drill::title)
                .containsExactly(Drill.INFLATE, Drill.IDENTITIES, Drill.FAILOVER, Drill.PARTITIONS);
        assertThat(Drill.all())
                .allSatisfy(drill -> assertThat(drill.steps())
                        .hasAtLeastOneElementOfType(Drill.Command.class)
                        .hasAtLeastOneElementOfType(Drill.Edit.class)
                        .hasAtLeastOneElementOfType(Drill.Printed.class));
    }

    /** Whatever is added here is a step of an operator that nobody has ever tried. */
    @Test
    void theseAreTheOnlyStepsThatNothingPlays() throws IOException {
        List<String> unplayed = Drill.all().stream()
                .flatMap(drill -> drill.steps().stream())
                .filter(Drill.ByHand.class::isInstance)
                .map(step -> ((Drill.ByHand) step).line())
                .toList();

        assertThat(unplayed)
                .containsExactly(
                        "kubectl rollout status deployment/order-api",
                        "kubectl rollout status deployment/billing",
                        "kubectl get pods --all-namespaces --output yaml | grep -B 3 SharedAccessKeyName",
                        "kubectl scale deployment/order-api --replicas 0",
                        "kubectl rollout restart deployment/billing",
                        "kubectl scale deployment/order-api --replicas 2",
                        "kubectl scale deployment/order-api --replicas 0",
                        "kubectl rollout restart deployment/billing",
                        "kubectl scale deployment/order-api --replicas 2",
                        "kubectl scale deployment/order-api --replicas 0",
                        "kubectl rollout restart deployment/billing",
                        "kubectl scale deployment/order-api --replicas 2");
    }
}
