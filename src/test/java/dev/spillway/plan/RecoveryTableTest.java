package dev.spillway.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.config.StackFile;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What each failure costs under each design. */
class RecoveryTableTest {
    private static final String HEAD = """
            apiVersion: spillway.dev/v1
            name: shop
            location: westeurope
            secondaryLocation: northeurope
            recovery: { subscriberOutageMinutes: 720, regionOutageMinutes: 120 }
            eventGrid:
              topics:
                events:
                  load: { baselineEventsPerSecond: 10 }
            """;

    @Test
    void serverSideFailoverLosesWhatIsPublishedInTheHourUntilItComes() {
        List<RecoveryRow> rows = rows("      geoDisasterRecovery: crossGeo\n");

        RecoveryRow failsOver = row(rows, "region lost, Microsoft fails over");
        RecoveryRow doesNot = row(rows, "region lost, Microsoft does not fail over");
        assertThat(failsOver.lost()).isEqualTo(OptionalDouble.of(39_000));
        assertThat(failsOver.bestSeconds()).isEqualTo(OptionalDouble.of(3_900));
        assertThat(failsOver.worstSeconds()).isEmpty();
        assertThat(failsOver.metadataLoss()).startsWith("none");
        assertThat(doesNot.lost()).isEqualTo(OptionalDouble.of(72_000));
    }

    @Test
    void clientSideFailoverLosesNothingAndDoublesAtMostWhatIsRepeatedWhileItSwitches() {
        RecoveryRow lost = row(rows("      geoDisasterRecovery: clientSide\n"), "region lost");

        assertThat(lost.lost()).isEqualTo(OptionalDouble.of(0));
        assertThat(lost.worstSeconds()).isEqualTo(OptionalDouble.of(45));
        assertThat(lost.duplicated()).isEqualTo(OptionalDouble.of(450));
    }

    @Test
    void regionalTopicWaitsForItsRegion() {
        assertThat(row(rows("      geoDisasterRecovery: regional\n"), "region lost")
                        .lost())
                .isEqualTo(OptionalDouble.of(72_000));
    }

    @Test
    void storeThatIsDownLosesJustWhatWouldHaveBeenKept() {
        String subscription =
                "      subscriptions: { notify: { maxDeliveryAttempts: 10, deadLetter: { createStorage: true },"
                        + " destination: { type: webHook, url: \"https://a.example.com\" } } }\n";

        List<RecoveryRow> rows = rows(subscription);

        assertThat(row(rows, "receiver of notify down for 43,200 s").keptAsDeadLetters())
                .isEqualTo(OptionalDouble.of(44_000));
        assertThat(row(rows, "dead-letter store of notify down for more than 4 h while the receiver is down")
                        .lost())
                .isEqualTo(OptionalDouble.of(44_000));
    }

    @Test
    void everySourceOfTheReferenceStackHasARowForEachFailure() {
        StackPlan plan = StackPlanner.plan(StackFile.read(Path.of("stacks/event-grid/stack.yaml")));

        List<RecoveryRow> rows = RecoveryTable.of(plan);

        for (String resource :
                List.of("topics.order-events", "topics.payments", "domains.tenants", "systemTopics.uploads")) {
            assertThat(rows)
                    .filteredOn(row -> row.resource().equals("eventGrid." + resource))
                    .extracting(row ->
                            row.failure().replaceFirst("(receiver|store|region lost|zone lost|region back).*", "$1"))
                    .contains("receiver", "dead-letter store", "region lost", "zone lost", "region back");
        }
        assertThat(RecoveryTable.availability(plan))
                .anySatisfy(sentence -> assertThat(sentence).contains("99.999999 %"));
    }

    private static List<RecoveryRow> rows(String rest) {
        return RecoveryTable.of(StackPlanner.plan(StackFile.parse("stack.yaml", (HEAD + rest).getBytes(UTF_8))));
    }

    private static RecoveryRow row(List<RecoveryRow> rows, String failure) {
        return rows.stream()
                .filter(row -> row.failure().equals(failure))
                .findFirst()
                .orElseThrow(() -> new AssertionError(failure + " not in "
                        + rows.stream().map(RecoveryRow::failure).toList()));
    }
}
