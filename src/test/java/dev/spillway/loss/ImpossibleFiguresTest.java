package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No figure that cannot be gets into the model, wherever in a scenario it stands; its last possible value does. */
final class ImpossibleFiguresTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMPLETE = """
            {"load": {"averageEventBytes": 900,
               "segments": [{"kind": "constant", "durationSeconds": 600, "eventsPerSecond": 10},
                 {"kind": "ramp", "durationSeconds": 500, "startEventsPerSecond": 10, "endEventsPerSecond": 20,
                   "stepSeconds": 1},
                 {"kind": "sinusoid", "durationSeconds": 600, "meanEventsPerSecond": 10,
                   "amplitudeEventsPerSecond": 5, "periodSeconds": 600, "peakAtSeconds": 0, "stepSeconds": 60}],
               "spikes": [{"startSeconds": 5, "durationSeconds": 5, "extraEventsPerSecond": 5}]},
             "producer": {
               "client": {"library": "azureSdkDotNet", "maxRetries": 3, "delaySeconds": 1, "maxDelaySeconds": 30,
                 "tryTimeoutSeconds": 60},
               "bufferedEventsLimit": 100,
               "deployment": {"podEventsPerSecond": 50, "bufferedEventsPerPod": 10, "upstreamTimeoutSeconds": 10,
                 "podStartSeconds": 10, "freePodSlots": 1, "podsPerNode": 1, "nodeProvisionSeconds": 10,
                 "clusterAutoscalerScanSeconds": 10,
                 "autoscaling": {"minReplicas": 1, "maxReplicas": 3, "targetAverageUtilization": 70,
                   "utilizationAtCapacityPercent": 100, "tolerance": 0.1, "metricsDelaySeconds": 15,
                   "metricsWindowSeconds": 15,
                   "behavior": {"scaleUp": {"stabilizationWindowSeconds": 0,
                     "policies": [{"type": "Pods", "value": 1, "periodSeconds": 60}]}}}}},
             "eventHubs": {"partitionCount": 2, "throughputUnits": 1, "isAutoInflateEnabled": true,
               "maximumThroughputUnits": 2, "autoInflateReactionSeconds": 60, "autoInflateStepUnits": 1,
               "otherIngressEventsPerSecond": 0, "hotPartitionShare": 0.5, "partitionIngressEventsPerSecond": 1000,
               "partitionIngressMegabytesPerSecond": 1, "retentionTimeInHours": 24, "consumerGroupCount": 1},
             "consumer": {"podEventsPerSecond": 50, "partitionEventsPerSecond": 50, "loadBalancingIntervalSeconds": 10,
               "handoverPauseSeconds": 2, "checkpointIntervalSeconds": 10,
               "autoscaling": {"metric": "externalLag", "minReplicas": 0, "maxReplicas": 3,
                 "unprocessedEventThreshold": 64, "tolerance": 0.1}},
             "faults": [{"kind": "consumerOutage", "startSeconds": 5, "durationSeconds": 5},
               {"kind": "regionOutage", "startSeconds": 5, "durationSeconds": 5}],
             "disasterRecovery": {"strategy": "geoDrMetadata", "detectionSeconds": 300, "failoverSeconds": 600,
               "replicationLagSeconds": 0, "secondaryThroughputUnits": 1},
             "simulation": {"drainLimitSeconds": 600, "hpaSyncPeriodSeconds": 15},
             "delayedThresholdSeconds": 1,
             "eventGrid": {"load": {"averageEventBytes": 900,
                 "segments": [{"kind": "constant", "durationSeconds": 600, "eventsPerSecond": 10}]},
               "subscriberOutages": [{"startSeconds": 5, "durationSeconds": 5}], "maxDeliveryAttempts": 30,
               "eventTimeToLiveInMinutes": 1440, "attemptFailureSeconds": 30, "deadLetterOutageSeconds": 5,
               "nonRetriableShare": 0.1, "publisherRetryWindowSeconds": 5,
               "regionOutage": {"startSeconds": 5, "failoverSeconds": 5}}}""";

    /** Place, a value that cannot be, and the nearest one that can. */
    @ParameterizedTest(name = "{0}: {1}, but {2}")
    @CsvSource({
        "/load/averageEventBytes, 0, 1",
        "/load/segments/0/durationSeconds, 0, 1",
        "/load/segments/0/eventsPerSecond, -1, 0",
        "/load/segments/1/durationSeconds, 0, 1",
        "/load/segments/1/startEventsPerSecond, -1, 0",
        "/load/segments/1/endEventsPerSecond, -1, 0",
        "/load/segments/1/stepSeconds, 0, 1",
        "/load/segments/1/stepSeconds, -1, 1",
        "/load/segments/1/stepSeconds, 0.00049, 0.0005",
        "/load/segments/2/durationSeconds, 0, 1",
        "/load/segments/2/meanEventsPerSecond, -1, 0",
        "/load/segments/2/amplitudeEventsPerSecond, -1, 0",
        "/load/segments/2/periodSeconds, 0, 1",
        "/load/segments/2/stepSeconds, 0, 1",
        "/load/spikes/0/startSeconds, -1, 0",
        "/load/spikes/0/durationSeconds, 0, 1",
        "/load/spikes/0/extraEventsPerSecond, -1, 0",
        "/producer/bufferedEventsLimit, -1, 0",
        "/producer/client/maxRetries, -1, 0",
        "/producer/client/delaySeconds, 0, 0.1",
        "/producer/client/maxDelaySeconds, 0, 0.1",
        "/producer/client/tryTimeoutSeconds, 0, 0.1",
        "/producer/deployment/podEventsPerSecond, 0, 1",
        "/producer/deployment/bufferedEventsPerPod, -1, 0",
        "/producer/deployment/upstreamTimeoutSeconds, -1, 0",
        "/producer/deployment/podStartSeconds, -1, 0",
        "/producer/deployment/freePodSlots, -1, 0",
        "/producer/deployment/podsPerNode, 0, 1",
        "/producer/deployment/nodeProvisionSeconds, -1, 0",
        "/producer/deployment/clusterAutoscalerScanSeconds, -1, 0",
        "/producer/deployment/autoscaling/minReplicas, 0, 1",
        "/producer/deployment/autoscaling/maxReplicas, 0, 1",
        "/producer/deployment/autoscaling/targetAverageUtilization, 0, 1",
        "/producer/deployment/autoscaling/utilizationAtCapacityPercent, 0, 1",
        "/producer/deployment/autoscaling/tolerance, -0.1, 0",
        "/producer/deployment/autoscaling/metricsDelaySeconds, -1, 0",
        "/producer/deployment/autoscaling/metricsWindowSeconds, 0, 1",
        "/producer/deployment/autoscaling/behavior/scaleUp/stabilizationWindowSeconds, -1, 0",
        "/producer/deployment/autoscaling/behavior/scaleUp/policies/0/value, 0, 1",
        "/producer/deployment/autoscaling/behavior/scaleUp/policies/0/periodSeconds, -1, 0",
        "/eventHubs/throughputUnits, 0, 1",
        "/eventHubs/maximumThroughputUnits, 0, 1",
        "/eventHubs/autoInflateReactionSeconds, 0, 1",
        "/eventHubs/autoInflateStepUnits, 0, 1",
        "/eventHubs/otherIngressEventsPerSecond, -1, 0",
        "/eventHubs/partitionCount, 0, 2",
        "/eventHubs/hotPartitionShare, -0.1, 0",
        "/eventHubs/hotPartitionShare, 1.1, 1",
        "/eventHubs/partitionIngressEventsPerSecond, -1, 0",
        "/eventHubs/partitionIngressMegabytesPerSecond, -1, 0",
        "/eventHubs/retentionTimeInHours, 0, 1",
        "/eventHubs/consumerGroupCount, 0, 1",
        "/consumer/podEventsPerSecond, 0, 1",
        "/consumer/partitionEventsPerSecond, 0, 1",
        "/consumer/loadBalancingIntervalSeconds, 0, 1",
        "/consumer/handoverPauseSeconds, -1, 0",
        "/consumer/checkpointIntervalSeconds, -1, 0",
        "/consumer/autoscaling/minReplicas, -1, 0",
        "/consumer/autoscaling/maxReplicas, 0, 1",
        "/consumer/autoscaling/unprocessedEventThreshold, 0, 1",
        "/consumer/autoscaling/tolerance, -0.1, 0",
        "/faults/0/startSeconds, -1, 0",
        "/faults/0/durationSeconds, 0, 1",
        "/faults/1/startSeconds, -1, 0",
        "/faults/1/durationSeconds, 0, 1",
        "/disasterRecovery/detectionSeconds, -1, 0",
        "/disasterRecovery/failoverSeconds, -1, 0",
        "/disasterRecovery/replicationLagSeconds, -1, 0",
        "/disasterRecovery/secondaryThroughputUnits, 0, 1",
        "/simulation/drainLimitSeconds, -1, 0",
        "/simulation/hpaSyncPeriodSeconds, 0, 1",
        "/delayedThresholdSeconds, -1, 0",
        "/eventGrid/subscriberOutages/0/startSeconds, -1, 0",
        "/eventGrid/subscriberOutages/0/durationSeconds, 0, 1",
        "/eventGrid/maxDeliveryAttempts, 0, 1",
        "/eventGrid/maxDeliveryAttempts, 31, 30",
        "/eventGrid/eventTimeToLiveInMinutes, 0, 1",
        "/eventGrid/eventTimeToLiveInMinutes, 1441, 1440",
        "/eventGrid/attemptFailureSeconds, -1, 0",
        "/eventGrid/deadLetterOutageSeconds, -1, 0",
        "/eventGrid/nonRetriableShare, -0.1, 0",
        "/eventGrid/publisherRetryWindowSeconds, -1, 0",
        "/eventGrid/regionOutage/startSeconds, -1, 0",
        "/eventGrid/regionOutage/failoverSeconds, -1, 0",
    })
    void isRefusedAtItsPlace(String place, String impossible, String possible) throws JsonProcessingException {
        var wrong = with(place, impossible);
        var right = with(place, possible);
        String dotted = place.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');

        assertThatThrownBy(() -> ScenarioJson.scenario(wrong))
                .isInstanceOfSatisfying(
                        InvalidScenario.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .startsWith(dotted + ":"));
        assertThatCode(() -> ScenarioJson.scenario(right)).doesNotThrowAnyException();
    }

    /** A program that builds the figures itself meets the same limits. */
    @Test
    void isRefusedWhereNoScenarioIsReadToo() {
        var load = new Load(900, List.of(new Segment.Constant(1, 1)));
        var senders = List.of(new Sender("s", load, RetryWindow.custom(0), 0, Optional.empty()));
        var door = Admission.standard(1, 1);

        assertThatThrownBy(() -> new PipelineFigures(senders, door, -1, 0, 15))
                .hasMessageContaining("delayedThresholdSeconds");
        assertThatThrownBy(() -> new PipelineFigures(senders, door, 0, -1, 15))
                .hasMessageContaining("drainLimitSeconds");
        assertThatThrownBy(() -> new PipelineFigures(senders, door, 0, 0, 0))
                .hasMessageContaining("hpaSyncPeriodSeconds");
        assertThatThrownBy(() -> new EventGridFigures(load, List.of(), 1, 60, 0, false, 0, 0, 0, Optional.empty(), -1))
                .hasMessageContaining("delayedThresholdSeconds");
        assertThatThrownBy(() -> new Sender(" ", load, RetryWindow.custom(0), 0, Optional.empty()))
                .hasMessageContaining("sender name");
        assertThatThrownBy(() -> new Sender("s", load, RetryWindow.custom(0), -1, Optional.empty()))
                .hasMessageContaining("bufferedEventsLimit");
    }

    private static JsonNode with(String place, String value) throws JsonProcessingException {
        JsonNode scenario = JSON.readTree(COMPLETE);
        var pointer = JsonPointer.compile(place);
        var parent = (ObjectNode) scenario.at(pointer.head());
        parent.set(pointer.last().getMatchingProperty(), JSON.readTree(value));
        return scenario;
    }
}
