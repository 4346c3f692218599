package dev.spillway.components;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.plan.RetrySettings;
import dev.spillway.plan.WorkloadPlan;
import dev.spillway.units.Seconds;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The annotations by which a workload tells rules and people what it does with events. */
final class WorkloadFacts {
    private static final String PREFIX = "spillway.dev/";

    private WorkloadFacts() {}

    /** Facts of the pod, on the pod template. */
    static Map<String, String> ofPod(WorkloadPlan plan) {
        WorkloadSpec spec = plan.spec();
        Map<String, String> facts = new TreeMap<>();
        facts.put(PREFIX + "role", spec.role().key());
        if (spec.usesHub()) {
            facts.put(PREFIX + "hub", plan.hub());
        }
        spec.consumerGroup().ifPresent(group -> facts.put(PREFIX + "consumer-group", group));
        facts.put(PREFIX + "max-events-per-second", number(spec.perReplica().perSecond()));
        facts.put(PREFIX + "flush-seconds", number(spec.flush()));
        facts.put(PREFIX + "pod-start-seconds", number(spec.podStart()));
        if (plan.sends()) {
            facts.put(PREFIX + "retry-budget-seconds", number(plan.guaranteedWindowSeconds()));
            spec.upstreamTimeout().ifPresent(time -> facts.put(PREFIX + "upstream-timeout-seconds", number(time)));
            spec.bufferedEvents().ifPresent(events -> facts.put(PREFIX + "buffered-events", number((double) events)));
        }
        plan.share()
                .ifPresent(load -> facts.put(
                        PREFIX + "max-bytes-per-second",
                        number(spec.perReplica().perSecond()
                                * load.averageEvent().count())));
        return facts;
    }

    /** Facts about the load and the client, on the Deployment itself: a change of them must not restart the pods. */
    static Map<String, String> ofDeployment(WorkloadPlan plan) {
        Map<String, String> facts = new TreeMap<>();
        plan.share().ifPresent(load -> facts.put(PREFIX + "load", load(load).toString()));
        if (plan.sends()) {
            facts.put(PREFIX + "client", client(plan).toString());
        }
        return facts;
    }

    private static ObjectNode load(LoadProfile load) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("baselineEventsPerSecond", load.baseline().perSecond())
                .put("peakEventsPerSecond", load.peak().perSecond())
                .put("rampSeconds", Seconds.of(load.ramp()))
                .put("peakHoldSeconds", Seconds.of(load.peakHold()))
                .put("windowSeconds", Seconds.of(load.window()))
                .put("averageEventBytes", load.averageEvent().count())
                .put("maxEventBytes", load.largestEvent().count());
    }

    private static ObjectNode client(WorkloadPlan plan) {
        RetrySettings retry = plan.retrySettings();
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("library", plan.libraryKey())
                .put("maxRetries", retry.maxRetries())
                .put("delaySeconds", retry.delaySeconds())
                .put("maxDelaySeconds", retry.maxDelaySeconds())
                .put("tryTimeoutSeconds", retry.tryTimeoutSeconds());
        plan.spec().client().linksPerNamespace().ifPresent(links -> client.put("linksPerNamespace", links));
        plan.spec().client().eventsPerSend().ifPresent(events -> client.put("eventsPerSend", events));
        return client;
    }

    static String number(Duration span) {
        return number(Seconds.of(span));
    }

    /** A plain number without an exponent or a needless fraction, to the thousandth. */
    static String number(double value) {
        return java.math.BigDecimal.valueOf(value)
                .setScale(3, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
