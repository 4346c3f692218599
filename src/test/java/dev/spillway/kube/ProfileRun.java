package dev.spillway.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.kube.LoadProfile.Timing;
import dev.spillway.loss.Behavior;
import dev.spillway.loss.LossForecast;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Load profiles played to the real autoscaler, all at the same time, each in a namespace of its own. */
final class ProfileRun {
    private static final long LOOK_AGAIN_NANOS = 200_000_000;
    private static final double STOOD_STILL_SECONDS = 2;
    private static final double NANOS = 1e9;

    private final Api api;
    private final List<Played> all = new ArrayList<>();
    private double longestGapSeconds;

    private ProfileRun(Api api) {
        this.api = api;
    }

    /** Plays them to the end and takes them away again. */
    static ProfileRun of(Api api, List<LoadProfile> profiles) {
        ProfileRun run = new ProfileRun(api);
        profiles.forEach(profile -> run.all.add(new Played(profile)));
        Timing timing = profiles.get(0).timing();
        try (MetricsStandIn metrics = MetricsStandIn.of(api, timing.windowSeconds())) {
            run.all.forEach(run::deploy);
            run.awaitPods();
            run.all.forEach(played -> run.autoscale(played, metrics));
            run.watch();
        } finally {
            profiles.forEach(profile -> api.delete("/api/v1/namespaces/" + profile.name()));
        }
        return run;
    }

    /** What was forecast and what was done, by the profile's name. */
    Map<String, Played> played() {
        Map<String, Played> byName = new LinkedHashMap<>();
        all.forEach(played -> byName.put(played.profile.name(), played));
        return byName;
    }

    /** The machine gave us no time for so long that the timeline says nothing about the autoscaler. */
    boolean isDisturbed() {
        return longestGapSeconds > STOOD_STILL_SECONDS;
    }

    private void deploy(Played played) {
        LoadProfile profile = played.profile;
        api.apply(Objects.namespace(profile.name(), Map.of()), "test").fine();
        ObjectNode deployment =
                Objects.deployment(profile.name(), "app", profile.minReplicas(), profile.podStartSeconds());
        deployment.withObject("/metadata/labels").put("plays", "profile");
        api.apply(deployment, "test").fine();
    }

    private void awaitPods() {
        Await.until(
                "the first pods are ready",
                () -> all.stream().allMatch(played -> ready(played.profile.name()) == played.profile.minReplicas()));
        // The controller does not believe the CPU of pods that have just begun.
        LockSupport.parkNanos(Math.round(settleSeconds() * NANOS));
    }

    private double settleSeconds() {
        return all.get(0).profile.timing().settleSeconds();
    }

    private int ready(String namespace) {
        return (int) api.list("/api/v1/namespaces/" + namespace + "/pods")
                .filter(pod -> Condition.of(pod, "Ready"))
                .count();
    }

    /** The controller decides for the first time one period after the autoscaler was made, as the model does. */
    private void autoscale(Played played, MetricsStandIn metrics) {
        api.apply(autoscaler(played.profile), "test").fine();
        played.beganNanos = System.nanoTime();
        metrics.use(played.profile.name(), ready -> played.millicoresOfEach(ready));
    }

    private void watch() {
        double end = all.stream()
                .mapToDouble(played -> played.profile.durationSeconds())
                .max()
                .orElse(0);
        long before = System.nanoTime();
        while (all.get(0).seconds() < end) {
            api.list("/apis/apps/v1/deployments?labelSelector=plays%3Dprofile").forEach(this::note);
            long now = System.nanoTime();
            longestGapSeconds = Math.max(longestGapSeconds, (now - before) / NANOS);
            before = now;
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private void note(JsonNode deployment) {
        String name = deployment.path("metadata").path("namespace").asText();
        all.stream()
                .filter(played -> played.profile.name().equals(name))
                .forEach(played ->
                        played.note(deployment.path("spec").path("replicas").asInt()));
    }

    private static JsonNode autoscaler(LoadProfile profile) {
        ObjectNode autoscaler =
                Api.JSON.createObjectNode().put("apiVersion", "autoscaling/v2").put("kind", "HorizontalPodAutoscaler");
        autoscaler.putObject("metadata").put("name", "app").put("namespace", profile.name());
        ObjectNode spec = autoscaler.putObject("spec");
        spec.putObject("scaleTargetRef")
                .put("apiVersion", "apps/v1")
                .put("kind", "Deployment")
                .put("name", "app");
        spec.put("minReplicas", profile.minReplicas()).put("maxReplicas", profile.maxReplicas());
        ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
        metric.putObject("resource")
                .put("name", "cpu")
                .putObject("target")
                .put("type", "Utilization")
                .put("averageUtilization", LoadProfile.TARGET_PERCENT);
        profile.behavior().ifPresent(behavior -> {
            rules(spec.withObject("/behavior/scaleUp"), behavior.scaleUp());
            rules(spec.withObject("/behavior/scaleDown"), behavior.scaleDown());
        });
        return autoscaler;
    }

    private static void rules(ObjectNode node, Behavior.Rules rules) {
        node.put("stabilizationWindowSeconds", (int) rules.stabilizationWindowSeconds())
                .put("selectPolicy", rules.selectPolicy().key());
        for (Behavior.Policy policy : rules.policies()) {
            node.withArray("policies")
                    .addObject()
                    .put("type", policy.kind().key())
                    .put("value", policy.value())
                    .put("periodSeconds", (int) policy.periodSeconds());
        }
    }

    /** One profile with the timeline that was forecast and the one that was seen. */
    static final class Played {
        private final LoadProfile profile;
        private final LossForecast forecast;
        private final List<Timeline.Change> seen = new ArrayList<>();
        private volatile long beganNanos;

        private Played(LoadProfile profile) {
            this.profile = profile;
            this.forecast = profile.forecast();
            seen.add(new Timeline.Change(0, profile.minReplicas()));
        }

        LoadProfile profile() {
            return profile;
        }

        Timeline forecast() {
            return profile.replicas(forecast);
        }

        Timeline seen() {
            return new Timeline(seen);
        }

        private double seconds() {
            return (System.nanoTime() - beganNanos) / NANOS;
        }

        private void note(int replicas) {
            if (seen.get(seen.size() - 1).replicas() != replicas) {
                seen.add(new Timeline.Change(seconds(), replicas));
            }
        }

        /** What the model says of all of them, shared; none can do more than its full rate takes. */
        private double millicoresOfEach(int readyPods) {
            double share = profile.busyPods(forecast, seconds()) / readyPods;
            return Objects.REQUEST_MILLICORES * Math.min(1, share);
        }
    }
}
