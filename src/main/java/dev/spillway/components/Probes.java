package dev.spillway.components;

import com.pulumi.kubernetes.core.v1.inputs.HTTPGetActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import dev.spillway.model.HealthSpec;
import dev.spillway.units.Seconds;
import java.time.Duration;

/**
 * How Kubernetes asks a pod: a slow start is waited for, load comes only once the link is open, and a restart comes only where
 * the process itself is stuck, never because the broker is.
 */
record Probes(HealthSpec health, Duration startupAllowance) {
    private static final int STARTUP_PERIOD_SECONDS = 5;
    private static final int READINESS_PERIOD_SECONDS = 5;
    private static final int LIVENESS_PERIOD_SECONDS = 10;
    private static final int TIMEOUT_SECONDS = 3;
    private static final int FAILURES = 3;
    private static final int FAILURES_BEFORE_RESTART = 6;

    ProbeArgs startup() {
        int tries = (int) Math.ceil(Seconds.of(startupAllowance) / STARTUP_PERIOD_SECONDS);
        return probe(health.livePath(), STARTUP_PERIOD_SECONDS, tries);
    }

    ProbeArgs readiness() {
        return probe(health.readyPath(), READINESS_PERIOD_SECONDS, FAILURES);
    }

    ProbeArgs liveness() {
        return probe(health.livePath(), LIVENESS_PERIOD_SECONDS, FAILURES_BEFORE_RESTART);
    }

    private static ProbeArgs probe(String path, int periodSeconds, int failures) {
        return ProbeArgs.builder()
                .httpGet(HTTPGetActionArgs.builder().path(path).port(Pods.PORT).build())
                .periodSeconds(periodSeconds)
                .timeoutSeconds(TIMEOUT_SECONDS)
                .failureThreshold(failures)
                .build();
    }
}
