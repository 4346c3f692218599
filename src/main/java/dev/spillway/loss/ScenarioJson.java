package dev.spillway.loss;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spillway.facts.ClientLibrary;
import dev.spillway.facts.Tier;
import dev.spillway.units.InvalidValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the {@code scenario} object of a scenario file. Consumers, retention and Capture are read over, since every forecast
 * says that consumers are taken as ample; anything else it cannot honour is refused.
 */
public final class ScenarioJson {
    private static final double KAFKA_DELIVERY_TIMEOUT_SECONDS = 120;
    private static final double KAFKA_MAX_BLOCK_SECONDS = 60;
    private static final double KAFKA_FULL_BUFFER_FACTOR = 0.45;
    private static final double LIBRDKAFKA_MESSAGE_TIMEOUT_SECONDS = 300;
    private static final double POD_START_SECONDS = 30;
    private static final double RAMP_STEP_SECONDS = 1;

    private static final Set<String> SCENARIO = Set.of(
            "schemaVersion",
            "name",
            "load",
            "producer",
            "eventHubs",
            "consumer",
            "simulation",
            "delayedThresholdSeconds");
    private static final Set<String> LOAD = Set.of("averageEventBytes", "segments");
    private static final Set<String> CONSTANT = Set.of("kind", "durationSeconds", "eventsPerSecond");
    private static final Set<String> RAMP =
            Set.of("kind", "durationSeconds", "startEventsPerSecond", "endEventsPerSecond", "stepSeconds");
    private static final Set<String> PRODUCER = Set.of("client", "bufferedEventsLimit", "deployment");
    private static final Set<String> CLIENT = Set.of(
            "library",
            "maxRetries",
            "delaySeconds",
            "maxDelaySeconds",
            "tryTimeoutSeconds",
            "mode",
            "deliveryTimeoutSeconds",
            "maxBlockSeconds",
            "fullBufferFactor",
            "messageTimeoutSeconds",
            "retryWindowSeconds",
            "discipline",
            "windowEstimate");
    private static final Set<String> DEPLOYMENT = Set.of(
            "podEventsPerSecond",
            "bufferedEventsPerPod",
            "upstreamTimeoutSeconds",
            "podStartSeconds",
            "replicas",
            "autoscaling");
    private static final Set<String> AUTOSCALING = Set.of(
            "minReplicas",
            "maxReplicas",
            "metric",
            "targetAverageUtilization",
            "utilizationAtCapacityPercent",
            "tolerance",
            "metricsDelaySeconds",
            "metricsWindowSeconds",
            "behavior");
    private static final Set<String> BEHAVIOR = Set.of("scaleUp", "scaleDown");
    private static final Set<String> RULES = Set.of("stabilizationWindowSeconds", "selectPolicy", "policies");
    private static final Set<String> POLICY = Set.of("type", "value", "periodSeconds");
    private static final Set<String> EVENT_HUBS = Set.of(
            "tier",
            "throughputUnits",
            "isAutoInflateEnabled",
            "maximumThroughputUnits",
            "autoInflateReactionSeconds",
            "autoInflateStepUnits",
            "otherIngressEventsPerSecond",
            "partitionCount",
            "partitionIngressEventsPerSecond",
            "partitionIngressMegabytesPerSecond",
            "retentionTimeInHours",
            "captureEnabled");
    private static final Set<String> SIMULATION = Set.of("drainLimitSeconds", "hpaSyncPeriodSeconds");

    private ScenarioJson() {}

    /** The figures of a scenario object; an {@link InvalidValue} names the first field that cannot be honoured. */
    public static PipelineFigures read(JsonNode scenario) {
        var fields = ScenarioFields.of(scenario, "scenario", SCENARIO);
        int version = fields.whole("schemaVersion", 1);
        if (version != 1) {
            throw new InvalidValue(fields.place("schemaVersion"), version, "1");
        }
        Load load = load(fields.required("load"));
        Sender sender = sender(fields.required("producer"), load);
        Admission admission = admission(fields.required("eventHubs"));
        var figures = PipelineFigures.of(List.of(sender), admission);
        return withSimulation(figures, fields);
    }

    private static PipelineFigures withSimulation(PipelineFigures figures, ScenarioFields fields) {
        var simulation = fields.optional("simulation")
                .map(node -> ScenarioFields.of(node, fields.place("simulation"), SIMULATION));
        return new PipelineFigures(
                figures.senders(),
                figures.admission(),
                fields.number("delayedThresholdSeconds", figures.delayedThresholdSeconds()),
                simulation
                        .map(given -> given.number("drainLimitSeconds", figures.drainLimitSeconds()))
                        .orElse(figures.drainLimitSeconds()),
                simulation
                        .map(given -> given.number("hpaSyncPeriodSeconds", figures.hpaSyncPeriodSeconds()))
                        .orElse(figures.hpaSyncPeriodSeconds()));
    }

    private static Load load(JsonNode node) {
        var fields = ScenarioFields.of(node, "load", LOAD);
        var segments =
                fields.list("segments").stream().map(ScenarioJson::segment).toList();
        return new Load(fields.number("averageEventBytes"), segments);
    }

    private static Segment segment(JsonNode node) {
        String kind = node.path("kind").asText();
        return switch (kind) {
            case "constant" -> {
                var fields = ScenarioFields.of(node, "load.segments", CONSTANT);
                yield new Segment.Constant(fields.number("durationSeconds"), fields.number("eventsPerSecond"));
            }
            case "ramp" -> {
                var fields = ScenarioFields.of(node, "load.segments", RAMP);
                yield new Segment.Ramp(
                        fields.number("durationSeconds"),
                        fields.number("startEventsPerSecond"),
                        fields.number("endEventsPerSecond"),
                        fields.number("stepSeconds", RAMP_STEP_SECONDS));
            }
            default -> throw new InvalidValue("load.segments.kind", kind, "constant or ramp");
        };
    }

    private static Sender sender(JsonNode node, Load load) {
        var fields = ScenarioFields.of(node, "producer", PRODUCER);
        RetryWindow window = fields.optional("client")
                .map(ScenarioJson::window)
                .orElseGet(() -> RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT));
        double limit = fields.number("bufferedEventsLimit", Double.POSITIVE_INFINITY);
        Optional<SenderPods> pods = fields.optional("deployment").map(ScenarioJson::pods);
        return new Sender("producer", load, window, limit, pods);
    }

    private static RetryWindow window(JsonNode node) {
        var fields = ScenarioFields.of(node, "producer.client", CLIENT);
        ClientLibrary library = fields.named("library", "azureSdkJava", ClientLibrary::byKey);
        RetryWindow window = switch (library) {
            case AZURE_SDK_JAVA, AZURE_SDK_DOTNET -> RetryWindow.of(library, policy(fields));
            case KAFKA_JAVA ->
                RetryWindow.kafkaJava(
                        fields.number("deliveryTimeoutSeconds", KAFKA_DELIVERY_TIMEOUT_SECONDS),
                        fields.number("maxBlockSeconds", KAFKA_MAX_BLOCK_SECONDS),
                        fields.number("fullBufferFactor", KAFKA_FULL_BUFFER_FACTOR));
            case LIBRDKAFKA ->
                RetryWindow.librdkafka(fields.number("messageTimeoutSeconds", LIBRDKAFKA_MESSAGE_TIMEOUT_SECONDS));
            case CUSTOM -> RetryWindow.custom(fields.number("retryWindowSeconds", Double.POSITIVE_INFINITY));
        };
        return window.withDiscipline(
                        fields.named("discipline", window.discipline().key(), Discipline::byKey))
                .withEstimate(fields.named("windowEstimate", window.estimate().key(), WindowEstimate::byKey));
    }

    private static RetryPolicy policy(ScenarioFields fields) {
        RetryPolicy absent = RetryPolicy.LIBRARY_DEFAULT;
        return new RetryPolicy(
                fields.whole("maxRetries", absent.maxRetries()),
                fields.number("delaySeconds", absent.delaySeconds()),
                fields.number("maxDelaySeconds", absent.maxDelaySeconds()),
                fields.number("tryTimeoutSeconds", absent.tryTimeoutSeconds()),
                fields.named("mode", absent.mode().key(), RetryPolicy.Mode::byKey));
    }

    private static SenderPods pods(JsonNode node) {
        var fields = ScenarioFields.of(node, "producer.deployment", DEPLOYMENT);
        Scaling scaling = fields.has("autoscaling")
                ? autoscaling(fields.required("autoscaling"))
                : new Scaling.Fixed(fields.whole("replicas"));
        return new SenderPods(
                fields.number("podEventsPerSecond"),
                fields.number("bufferedEventsPerPod", Double.POSITIVE_INFINITY),
                fields.number("upstreamTimeoutSeconds", Double.POSITIVE_INFINITY),
                fields.number("podStartSeconds", POD_START_SECONDS),
                scaling);
    }

    private static Scaling autoscaling(JsonNode node) {
        var fields = ScenarioFields.of(node, "producer.deployment.autoscaling", AUTOSCALING);
        String metric = fields.text("metric", "cpuUtilization");
        if (!metric.equals("cpuUtilization")) {
            throw new InvalidValue(fields.place("metric"), metric, "cpuUtilization");
        }
        var absent = Scaling.CpuAutoscaling.of(1, 1, 80);
        return new Scaling.CpuAutoscaling(
                fields.whole("minReplicas"),
                fields.whole("maxReplicas"),
                fields.number("targetAverageUtilization", absent.targetAverageUtilization()),
                fields.number("utilizationAtCapacityPercent", absent.utilizationAtCapacityPercent()),
                fields.number("tolerance", absent.tolerance()),
                fields.number("metricsDelaySeconds", absent.metricsDelaySeconds()),
                fields.number("metricsWindowSeconds", absent.metricsWindowSeconds()),
                fields.optional("behavior").map(ScenarioJson::behavior).orElse(absent.behavior()));
    }

    private static Behavior behavior(JsonNode node) {
        var fields = ScenarioFields.of(node, "producer.deployment.autoscaling.behavior", BEHAVIOR);
        Behavior absent = Behavior.documented();
        return new Behavior(
                fields.optional("scaleUp")
                        .map(given -> rules(given, absent.scaleUp()))
                        .orElse(absent.scaleUp()),
                fields.optional("scaleDown")
                        .map(given -> rules(given, absent.scaleDown()))
                        .orElse(absent.scaleDown()));
    }

    private static Behavior.Rules rules(JsonNode node, Behavior.Rules absent) {
        var fields = ScenarioFields.of(node, "producer.deployment.autoscaling.behavior rules", RULES);
        var policies = fields.has("policies")
                ? fields.list("policies").stream()
                        .map(ScenarioJson::scalingPolicy)
                        .toList()
                : absent.policies();
        return new Behavior.Rules(
                fields.number("stabilizationWindowSeconds", absent.stabilizationWindowSeconds()),
                fields.named("selectPolicy", absent.selectPolicy().key(), Behavior.Select::byKey),
                policies);
    }

    private static Behavior.Policy scalingPolicy(JsonNode node) {
        var fields = ScenarioFields.of(node, "producer.deployment.autoscaling.behavior policies", POLICY);
        return new Behavior.Policy(
                fields.named("type", "", Behavior.Policy.Kind::byKey),
                fields.whole("value"),
                fields.number("periodSeconds"));
    }

    private static Admission admission(JsonNode node) {
        var fields = ScenarioFields.of(node, "eventHubs", EVENT_HUBS);
        int units = fields.whole("throughputUnits", 1);
        Admission absent = Admission.standard(units, fields.whole("partitionCount"));
        return new Admission(
                fields.named("tier", Tier.STANDARD.azureName(), Tier::byAzureName),
                units,
                fields.flag("isAutoInflateEnabled"),
                fields.whole("maximumThroughputUnits", units),
                fields.number("autoInflateReactionSeconds", absent.autoInflateReactionSeconds()),
                fields.whole("autoInflateStepUnits", absent.autoInflateStepUnits()),
                fields.number("otherIngressEventsPerSecond", absent.otherIngressEventsPerSecond()),
                absent.partitionCount(),
                fields.number("partitionIngressEventsPerSecond", absent.partitionIngressEventsPerSecond()),
                fields.number("partitionIngressMegabytesPerSecond", absent.partitionIngressMegabytesPerSecond()));
    }
}
