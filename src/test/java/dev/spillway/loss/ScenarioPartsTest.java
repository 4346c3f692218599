package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.facts.Tier;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each part of a scenario becomes the figure that it stands for, and a part that is missing or doubled is named. */
final class ScenarioPartsTest {
    private static final String CONSTANT =
            "{\"kind\": \"constant\", \"durationSeconds\": 100, \"eventsPerSecond\": 10}";
    private static final String LOAD = "\"averageEventBytes\": 900, \"segments\": [" + CONSTANT + "]";

    @Test
    void spikesComeOnTopOfTheSegments() throws JsonProcessingException {
        var load = loadOf(
                LOAD + ", \"spikes\": [{\"startSeconds\": 20, \"durationSeconds\": 5, \"extraEventsPerSecond\": 100}]");

        assertThat(load.offeredEvents()).isCloseTo(100 * 10 + 5 * 100, within(1e-9));
        assertThat(load.spikes()).containsExactly(new Spike(20, 5, 100));
    }

    /** The mean of a cosine over its first quarter is 2/pi: (100 + 50 * 2/pi) * 900 s. */
    @Test
    void aSinusoidPeaksWhereItSays() throws JsonProcessingException {
        String sinusoid = "{\"kind\": \"sinusoid\", \"durationSeconds\": 900, \"meanEventsPerSecond\": 100,"
                + " \"amplitudeEventsPerSecond\": 50, \"periodSeconds\": 3600}";

        var load = loadOf("\"averageEventBytes\": 900, \"segments\": [" + sinusoid + "]");

        assertThat(load.offeredEvents()).isCloseTo((100 + 50 * 2 / Math.PI) * 900, within(1e-6));
    }

    @Test
    void theSecondRegionAndTheWayThereAreRead() throws JsonProcessingException {
        var figures = ScenarioJson.read(tree(hubs("\"partitionCount\": 2") + """
                , "disasterRecovery": {"strategy": "geoReplication", "detectionSeconds": 30, "failoverSeconds": 40,
                  "replicationLagSeconds": 5, "secondaryThroughputUnits": 3}}"""));

        assertThat(figures.recovery())
                .isEqualTo(
                        new DisasterRecovery(DisasterRecovery.Strategy.GEO_REPLICATION, 30, 40, 5, OptionalInt.of(3)));
    }

    @Test
    void howTheRunIsCutIsRead() throws JsonProcessingException {
        var figures = ScenarioJson.read(tree(hubs("\"partitionCount\": 2") + """
                , "simulation": {"drainLimitSeconds": 600, "hpaSyncPeriodSeconds": 20}, "delayedThresholdSeconds": 3}"""));

        assertThat(List.of(
                        figures.drainLimitSeconds(), figures.hpaSyncPeriodSeconds(), figures.delayedThresholdSeconds()))
                .containsExactly(600.0, 20.0, 3.0);
    }

    @Test
    void howReadersShareIsRead() throws JsonProcessingException {
        var figures = ScenarioJson.read(tree(hubs("\"partitionCount\": 2") + """
                , "consumer": {"podEventsPerSecond": 50, "replicas": 2, "loadBalancingStrategy": "greedy"}}"""));

        assertThat(figures.reading().orElseThrow().consumers().balancing().strategy())
                .isEqualTo(Consumers.Strategy.GREEDY);
    }

    @Test
    void premiumIsMeasuredInProcessingUnitsAndHasNoLimitPerPartition() throws JsonProcessingException {
        var premium = ScenarioJson.read(tree(hubs("\"partitionCount\": 2, \"tier\": \"Premium\","
                        + " \"processingUnits\": 2, \"ingressMegabytesPerSecondPerUnit\": 5")
                + "}"));

        assertThat(premium.admission()).isEqualTo(Admission.premium(2, 5, 2));
        assertThat(premium.admission().throughputUnits()).isEqualTo(2);
    }

    @Test
    void basicHasTheLimitsOfStandard() throws JsonProcessingException {
        var basic = ScenarioJson.read(tree(hubs("\"partitionCount\": 2, \"tier\": \"Basic\"") + "}"))
                .admission();

        assertThat(basic.tier()).isEqualTo(Tier.BASIC);
        assertThat(basic.partitionIngressEventsPerSecond()).isEqualTo(1_000);
        assertThat(basic.partitionIngressMegabytesPerSecond()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"averageEventBytes\": 9 | load.segments: nothing",
                "\"segments\": [], \"metrics\": \"a.csv\" | load.metrics: measured metrics beside segments",
                "\"metrics\": 5 | load.metrics: 5",
            })
    void aLoadIsSegmentsOrMetrics(String load, String problem) throws JsonProcessingException {
        var scenario = tree("{\"load\": {" + load + "}, \"producer\": {}, \"eventHubs\": {\"partitionCount\": 2}}");

        assertThatThrownBy(() -> ScenarioJson.read(scenario))
                .isInstanceOfSatisfying(
                        InvalidScenario.class,
                        invalid -> assertThat(invalid.problems()).anyMatch(said -> said.startsWith(problem)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1.5", "\"one\"", "0"})
    void anotherVersionIsRefusedOnce(String version) throws JsonProcessingException {
        var scenario = tree("{\"schemaVersion\": " + version + ", \"load\": {" + LOAD
                + "}, \"producer\": {}, \"eventHubs\": {\"partitionCount\": 2}}");

        assertThatThrownBy(() -> ScenarioJson.read(scenario))
                .isInstanceOfSatisfying(
                        InvalidScenario.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .asString()
                                .startsWith("schemaVersion: " + version));
    }

    @Test
    void aScenarioOfEventGridAloneIsNoPipeline() throws JsonProcessingException {
        var scenario = tree("{\"eventGrid\": {\"load\": {" + LOAD + "}}}");

        assertThat(ScenarioJson.scenario(scenario).eventHubs()).isEmpty();
        assertThatThrownBy(() -> ScenarioJson.read(scenario))
                .isInstanceOf(InvalidScenario.class)
                .hasMessageContaining("eventHubs: nothing");
    }

    /** Both ends are shares too. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void noneAndAllAreShares(double share) throws JsonProcessingException {
        var scenario = tree("{\"eventGrid\": {\"nonRetriableShare\": " + share + ", \"load\": {" + LOAD + "}}}");

        assertThat(ScenarioJson.scenario(scenario).eventGrid().orElseThrow().nonRetriableShare())
                .isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"tier\": \"Premium\", \"ingressMegabytesPerSecondPerUnit\": 5, \"processingUnits\": 2, \"throughputUnits\": 2 | \"replicas\": 1 | eventHubs.processingUnits: a number beside throughputUnits is not possible, give one of the two",
                "\"processingUnits\": 2 | \"replicas\": 1 | eventHubs.processingUnits: a number is not possible, give throughputUnits",
                "\"consumerGroupCount\": 0 | \"replicas\": 1 | eventHubs.consumerGroupCount: 0",
                "\"throughputUnits\": 1 | \"replicas\": 1, \"autoscaling\": {\"minReplicas\": 1, \"maxReplicas\": 2} | consumer.replicas: a number beside autoscaling",
                "\"throughputUnits\": 1 | \"podStartSeconds\": 3 | consumer.replicas: nothing",
                "\"throughputUnits\": 1 | \"autoscaling\": {\"minReplicas\": 1, \"maxReplicas\": 2, \"behavior\": {\"scaleUp\": {\"policies\": [{\"value\": 1, \"periodSeconds\": 60}]}}} | consumer.autoscaling.behavior.scaleUp.policies[0].type: nothing",
                "\"throughputUnits\": 1 | \"autoscaling\": {\"minReplicas\": 1, \"maxReplicas\": 2, \"behavior\": {\"scaleUp\": {\"policies\": [{\"type\": \"Total\", \"value\": 1, \"periodSeconds\": 60}]}}} | consumer.autoscaling.behavior.scaleUp.policies[0].type: \"Total\"",
                "\"throughputUnits\": 1 | \"autoscaling\": {\"minReplicas\": 1, \"maxReplicas\": 2, \"behavior\": {\"scaleUp\": {\"selectPolicy\": \"Most\"}}} | consumer.autoscaling.behavior.scaleUp.selectPolicy: \"Most\" is not possible, give one of Disabled, Max, Min",
            })
    void whatIsDoubledOrMissingIsNamed(String hubs, String pods, String problem) throws JsonProcessingException {
        var scenario = tree(
                hubs("\"partitionCount\": 2, " + hubs) + ", \"consumer\": {\"podEventsPerSecond\": 50, " + pods + "}}");

        assertThatThrownBy(() -> ScenarioJson.read(scenario))
                .isInstanceOfSatisfying(
                        InvalidScenario.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .asString()
                                .startsWith(problem));
    }

    /** Both replica counts are within reach of the slip: the nearer one is offered, not the first of the alphabet. */
    @ParameterizedTest
    @CsvSource({
        "axReplicas, maxReplicas",
        "inReplicas, minReplicas",
        "mxReplicas, maxReplicas",
        "minReplica, minReplicas"
    })
    void theNearestFieldIsOffered(String slip, String nearest) throws JsonProcessingException {
        var scenario = tree(hubs("\"partitionCount\": 2")
                + ", \"consumer\": {\"podEventsPerSecond\": 50, \"autoscaling\": {\"minReplicas\": 1, \"maxReplicas\": 2, \""
                + slip + "\": 1}}}");

        assertThatThrownBy(() -> ScenarioJson.read(scenario))
                .hasMessageContaining(slip)
                .hasMessageContaining(nearest + ", which is nearest to it");
    }

    private static Load loadOf(String fields) throws JsonProcessingException {
        return ScenarioJson.read(
                        tree("{\"load\": {" + fields + "}, \"producer\": {}, \"eventHubs\": {\"partitionCount\": 2}}"))
                .senders()
                .get(0)
                .load();
    }

    /** Not yet closed, so that parts can follow. */
    private static String hubs(String fields) {
        return "{\"load\": {" + LOAD + "}, \"producer\": {}, \"eventHubs\": {" + fields + "}";
    }

    private static JsonNode tree(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
