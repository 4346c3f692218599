package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.facts.ClientLibrary;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario means when it says little, and what is refused. */
final class ScenarioJsonTest {
    private static final String SMALL = """
            {"load": {"averageEventBytes": 900, "segments": [{"kind": "ramp", "durationSeconds": 10,
               "startEventsPerSecond": 0, "endEventsPerSecond": 100}]},
             "producer": {"client": {"library": "kafkaJava"},
               "deployment": {"podEventsPerSecond": 50, "autoscaling": {"minReplicas": 1, "maxReplicas": 3,
                 "behavior": {"scaleUp": {"policies": [{"type": "Pods", "value": 1, "periodSeconds": 60}]}}}}},
             "eventHubs": {"partitionCount": 2}}""";

    @Test
    void whatIsAbsentHasTheDefaultOfTheModel() throws JsonProcessingException {
        var figures = ScenarioJson.read(new ObjectMapper().readTree(SMALL));

        var sender = figures.senders().get(0);
        var scaling = (Scaling.CpuAutoscaling) sender.pods().orElseThrow().scaling();

        assertThat(figures.admission()).isEqualTo(Admission.standard(1, 2));
        assertThat(sender.window()).isEqualTo(RetryWindow.kafkaJava(120, 60));
        assertThat(sender.window().library()).isEqualTo(ClientLibrary.KAFKA_JAVA);
        assertThat(sender.bufferedEventsLimit()).isInfinite();
        assertThat(sender.pods().orElseThrow().start()).isEqualTo(PodStart.after(30));
        assertThat(sender.load().offeredEvents()).isCloseTo(500, within(1e-9));
        assertThat(scaling.behavior().scaleDown())
                .isEqualTo(Behavior.documented().scaleDown());
        assertThat(scaling.behavior().scaleUp().policies())
                .containsExactly(new Behavior.Policy(Behavior.Policy.Kind.PODS, 1, 60));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kafkaJava\" | \"pigeon\" | producer.client.library",
                "\"ramp\" | \"spiral\" | load.segments[0].kind",
                "\"partitionCount\": 2 | \"partitionCount\": 2.5 | eventHubs.partitionCount",
                "\"partitionCount\": 2 | \"throughputUnits\": 2 | eventHubs.partitionCount",
                "\"partitionCount\": 2 | \"partitionCount\": 2, \"tier\": \"Premium\" | eventHubs.ingressMegabytesPerSecondPerUnit",
                "\"averageEventBytes\": 900 | \"averageEventBytes\": \"big\" | load.averageEventBytes",
                "\"averageEventBytes\": 900 | \"averageEventBytes\": 0 | averageEventBytes",
                "\"maxReplicas\": 3 | \"maxReplicas\": 0 | maxReplicas",
                "\"maxReplicas\": 3 | \"maxReplicas\": 3, \"metric\": \"externalLag\" | metric"
            })
    void whatCannotBeHonouredIsNamed(String found, String wrong, String place) throws JsonProcessingException {
        var scenario = new ObjectMapper().readTree(SMALL.replace(found, wrong));

        assertThatThrownBy(() -> ScenarioJson.read(scenario))
                .isInstanceOf(InvalidScenario.class)
                .hasMessageContaining(place);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceInTheOrderOfItsPlace() throws JsonProcessingException {
        var scenario = new ObjectMapper().readTree("""
                {"load": {"averageEventBytes": 1e999, "segments": [{"kind": "constant", "durationSeconds": -5,
                   "eventsPerSecond": 10}]},
                 "producer": {"client": {"libary": "kafkaJava"},
                   "deployment": {"podEventsPerSecond": 50, "replicas": 2, "autoscaling": {"minReplicas": 3,
                     "maxReplicas": 1}}},
                 "eventHubs": {"tier": "Standard", "processingUnits": 2, "partitionCount": 1, "hotPartitionShare": 0.4,
                   "isAutoInflateEnabled": "yes"},
                 "consumer": {"podEventsPerSecond": 0, "replicas": 1, "loadBalancingStrategy": "greedily"},
                 "faults": [{"kind": "meteor"}, {"kind": "regionOutage", "startSeconds": -1}],
                 "disasterRecovery": {"strategy": "prayer"},
                 "simulation": {"hpaSyncPeriodSecond": 15},
                 "weather": 1}""");

        assertThatThrownBy(() -> ScenarioJson.read(scenario))
                .isInstanceOfSatisfying(
                        InvalidScenario.class,
                        invalid -> assertThat(invalid.problems())
                                .isSorted()
                                .satisfiesExactly(
                                        says("consumer.loadBalancingStrategy: \"greedily\"", "balanced, greedy"),
                                        says("disasterRecovery.strategy: \"prayer\"", "geoDrMetadata"),
                                        says("eventHubs.isAutoInflateEnabled: \"yes\"", "true or false"),
                                        says("eventHubs.processingUnits", "throughputUnits"),
                                        says("faults[0].kind: \"meteor\"", "consumerOutage or regionOutage"),
                                        says("faults[1].startSeconds: -1", "zero or more"),
                                        says("load.averageEventBytes", "a finite number"),
                                        says("load.segments[0].durationSeconds: -5", "above zero"),
                                        says("producer.client.libary", "library, which is nearest to it"),
                                        says("producer.deployment.replicas", "either replicas or autoscaling"),
                                        says(
                                                "simulation.hpaSyncPeriodSecond",
                                                "hpaSyncPeriodSeconds, which is nearest"),
                                        says("weather", "one of consumer, delayedThresholdSeconds")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"partitionCount\": 2 | \"partitionCount\": 1, \"hotPartitionShare\": 0.4 | eventHubs.hotPartitionShare",
                "\"partitionCount\": 2 | \"partitionCount\": 2, \"hotPartitionShare\": 1.4 | eventHubs.hotPartitionShare",
                "\"partitionCount\": 2 | \"partitionCount\": 2, \"tier\": \"Basic\", \"captureEnabled\": true | eventHubs.captureEnabled",
                "\"partitionCount\": 2 | \"partitionCount\": 2, \"retentionTimeInHours\": 0 | eventHubs.retentionTimeInHours",
                "\"partitionCount\": 2 | \"partitionCount\": 2, \"throughputUnits\": 3, \"isAutoInflateEnabled\": true, \"maximumThroughputUnits\": 2 | eventHubs.maximumThroughputUnits",
                "\"partitionCount\": 2 | \"partitionCount\": 2, \"ingressMegabytesPerSecondPerUnit\": 2 | eventHubs.ingressMegabytesPerSecondPerUnit",
                "\"eventHubs\" | \"disasterRecovery\": 5, \"eventHubs\" | disasterRecovery",
                "\"eventHubs\" | \"consumer\": {\"podEventsPerSecond\": 5, \"replicas\": 0}, \"eventHubs\" | consumer.replicas",
                "\"eventHubs\" | \"consumer\": {\"podEventsPerSecond\": 5}, \"eventHubs\" | consumer.replicas",
                "\"eventHubs\" | \"consumer\": {\"podEventsPerSecond\": 0, \"replicas\": 1}, \"eventHubs\" | consumer.podEventsPerSecond",
                "\"eventHubs\" | \"faults\": {}, \"eventHubs\" | faults",
                "\"eventHubs\" | \"eventGrid\": {\"maxDeliveryAttempts\": 31}, \"eventHubs\" | eventGrid.load",
                "\"eventHubs\" | \"faults\": [{\"kind\": \"regionOutage\", \"startSeconds\": 5}, {\"kind\": \"regionOutage\", \"startSeconds\": 9}], \"eventHubs\" | faults"
            })
    void contradictionsAreNamed(String found, String wrong, String place) throws JsonProcessingException {
        var scenario = new ObjectMapper().readTree(SMALL.replace(found, wrong));

        assertThatThrownBy(() -> ScenarioJson.read(scenario))
                .isInstanceOfSatisfying(
                        InvalidScenario.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .asString()
                                .startsWith(place + ":"));
    }

    @Test
    void aScenarioOfNothingIsRefused() throws JsonProcessingException {
        var scenario = new ObjectMapper().readTree("{\"name\": \"empty\"}");

        assertThatThrownBy(() -> ScenarioJson.scenario(scenario))
                .isInstanceOf(InvalidScenario.class)
                .hasMessageContaining("eventHubs: nothing");
    }

    private static Consumer<String> says(String place, String right) {
        return problem -> assertThat(problem).startsWith(place).contains(right);
    }
}
