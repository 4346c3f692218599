package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a scenario says which client sends, and in which manner. */
final class ClientJsonTest {
    @Test
    void theJavaClientHasLinksSendsAndABucket() throws JsonProcessingException {
        var sender = sender("""
                {"client": {"library": "azureSdkJava", "linksPerNamespace": 4, "eventsPerSend": 10},
                 "bucketDepthSeconds": 5}""");

        assertThat(sender.sending()).isEqualTo(new Sending(Sending.Manner.CONCURRENT, OptionalInt.of(4), 10, 5));
        assertThat(Runs.retriesByLink(sender)).isTrue();
    }

    @Test
    void aDisciplineInTheScenarioWins() throws JsonProcessingException {
        assertThat(Runs.retriesByLink(
                        sender("{\"client\": {\"library\": \"azureSdkJava\", \"discipline\": \"fifo\"}}")))
                .isFalse();
    }

    @Test
    void aSenderMayWaitForEachSend() throws JsonProcessingException {
        var sender = sender("{\"sender\": {\"discipline\": \"oneInFlight\"}}");

        assertThat(OneAtATime.of(sender))
                .hasValueSatisfying(pace -> assertThat(pace.firstWaitSeconds()).isBetween(8.5, 8.52));
    }

    @Test
    void aBufferedProducerHoldsItsDefaultForEachLink() throws JsonProcessingException {
        var sender = sender("{\"client\": {\"linksPerNamespace\": 4}, \"sender\": {\"discipline\": \"buffered\"}}");

        assertThat(sender.bufferedEventsLimit()).isEqualTo(6_000);
    }

    @Test
    void kafkaHoldsWholeBatchesAndKeepsRequestsOnTheWire() throws JsonProcessingException {
        var sender = sender("""
                {"client": {"library": "kafkaJava", "bufferMemoryBytes": 600000, "maxInFlightRequests": 1}}""");

        assertThat(sender.bufferedEventsLimit()).isEqualTo(36 * 18);
        assertThat(sender.window().kafka()).hasValue(new KafkaSends(1, 18));
    }

    @Test
    void oneCallerOfKafkaWaitsAsLongAsItTakes() throws JsonProcessingException {
        var sender = sender("""
                {"client": {"library": "kafkaJava", "concurrentCallers": false}, "bufferedEventsLimit": 10}""");

        assertThat(sender.bufferedEventsLimit()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource({"azureSdkPython, Azure SDK for Python", "azureSdkNode, Azure SDK for JavaScript"})
    void aLibraryWithoutAKnownWindowIsNotComputable(String key, String title) {
        assertThatThrownBy(() -> sender("{\"client\": {\"library\": \"" + key + "\"}}"))
                .hasMessageContaining("not computable")
                .hasMessageContaining(title)
                .hasMessageContaining("producer.client.library");
    }

    @Test
    void aMeasuredWindowMakesItComputable() throws JsonProcessingException {
        var sender = sender("{\"client\": {\"library\": \"azureSdkPython\", \"retryWindowSeconds\": 20}}");

        assertThat(sender.window().simulatedSeconds()).isEqualTo(20);
        assertThat(sender.window().discipline()).isEqualTo(Discipline.FIFO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"client\": {\"eventsPerSend\": 0.5}} | eventsPerSend",
                "{\"client\": {\"linksPerNamespace\": 0}} | linksPerNamespace",
                "{\"bucketDepthSeconds\": -1} | bucketDepthSeconds",
                "{\"sender\": {\"discipline\": \"twoInFlight\"}} | oneInFlight",
                "{\"client\": {\"library\": \"librdkafka\"}, \"sender\": {\"discipline\": \"oneInFlight\"}} | librdkafka",
                "{\"client\": {\"library\": \"kafkaJava\", \"maxInFlightRequests\": 0}} | maxInFlightRequests",
                "{\"client\": {\"mode\": \"sometimes\"}} | one of exponential, fixed",
                "{\"client\": {\"discipline\": \"lifo\"}} | one of fifo, linkRetry",
                "{\"client\": {\"windowEstimate\": \"hoped\"}} | one of guaranteed, longest, nominal",
            })
    void whatCannotBeIsNamed(String producer, String named) {
        assertThatThrownBy(() -> sender(producer))
                .isInstanceOf(InvalidScenario.class)
                .hasMessageContaining(named);
    }

    private static Sender sender(String producer) throws JsonProcessingException {
        String scenario = """
                {"load": {"averageEventBytes": 900, "segments": [
                   {"kind": "constant", "durationSeconds": 10, "eventsPerSecond": 100}]},
                 "producer": %s, "eventHubs": {"partitionCount": 2}}""";
        return ScenarioJson.read(new ObjectMapper().readTree(scenario.replace("%s", producer)))
                .senders()
                .get(0);
    }
}
