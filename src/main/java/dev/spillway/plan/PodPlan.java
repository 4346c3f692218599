package dev.spillway.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * How the pods of a workload start, stop and are taken away.
 *
 * @param preStop time before the stop signal in which callers learn that the pod goes; zero is no hook
 * @param startupAllowance how long a pod may take to come up before it is restarted
 * @param maxUnavailable pods that a drain may take at a time; empty where no number both protects and lets drains pass
 */
public record PodPlan(
        Planned<Duration> preStop, Planned<Duration> startupAllowance, Optional<Planned<Integer>> maxUnavailable) {}
