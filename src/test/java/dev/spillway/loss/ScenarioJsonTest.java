package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.facts.ClientLibrary;
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
}
