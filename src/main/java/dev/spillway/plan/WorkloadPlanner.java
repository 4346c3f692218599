package dev.spillway.plan;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.loss.RetryPolicies;
import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Shortfall;
import dev.spillway.model.ClientSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.plan.WorkloadPlan.Transport;
import dev.spillway.units.NumberText;
import dev.spillway.units.Percent;
import dev.spillway.units.Seconds;
import java.time.Duration;
import java.util.Optional;

/** Sizes what the pods themselves need: scaling, patience, time to stop. */
final class WorkloadPlanner {
    private static final int AMQP_PORT = 5671;
    private static final Duration STOP_MARGIN = Duration.ofSeconds(10);
    private static final Duration SHORTEST_GRACE = Duration.ofSeconds(30);

    /** Twice, because clients back off send by send and not in the order of arrival. */
    private static final double INDEPENDENT_SENDS = 2;

    private final StackSpec stack;

    WorkloadPlanner(StackSpec stack) {
        this.stack = stack;
    }

    WorkloadPlan plan(Replicas replicas, NamespacePlan namespace) {
        WorkloadSpec spec = replicas.workload();
        Planned<RetryPolicy> retry = retry(spec, namespace);
        Optional<LoadProfile> share =
                spec.role() == Role.PRODUCER ? new LoadShares(stack).ofProducer(spec) : Optional.empty();
        return new WorkloadPlan(
                spec,
                namespace.azureName() + "/" + spec.hub().hub(),
                namespace.fullyQualifiedNamespace(),
                share,
                replicas.fewest(),
                replicas.most(),
                Planned.orElse(
                        spec.cpuTarget().map(Percent::value),
                        () -> Planned.byDefault(
                                ReplicaPlanner.CPU_TARGET.value(),
                                "leaves room for the time a new pod takes to start")),
                behavior(spec),
                Planned.orElse(spec.terminationGrace(), () -> grace(spec)),
                retry,
                RetryWindow.of(spec.client().library(), retry.value()),
                transport(spec));
    }

    private static Planned<ScalingBehavior> behavior(WorkloadSpec spec) {
        int settle = (int) Math.max(300, spec.flush().toSeconds());
        return Planned.byDefault(
                new ScalingBehavior(0, 100, 4, 15, settle, 1, 60), "grow at once, shrink one pod at a time");
    }

    private static Planned<Duration> grace(WorkloadSpec spec) {
        Duration wanted = spec.flush().plus(STOP_MARGIN);
        return wanted.compareTo(SHORTEST_GRACE) > 0
                ? Planned.derived(
                        wanted, "flush of " + spec.flush().toSeconds() + " s and " + STOP_MARGIN.toSeconds() + " s")
                : Planned.derived(
                        SHORTEST_GRACE,
                        "the Kubernetes default covers a flush of "
                                + spec.flush().toSeconds() + " s and " + STOP_MARGIN.toSeconds() + " s");
    }

    private static Planned<Transport> transport(WorkloadSpec spec) {
        return spec.egress().contains(AMQP_PORT)
                ? Planned.derived(Transport.AMQP, "port 5671 is open")
                : Planned.derived(Transport.AMQP_WEB_SOCKETS, "port 5671 is not among the open ones, 443 is");
    }

    private Planned<RetryPolicy> retry(WorkloadSpec spec, NamespacePlan namespace) {
        ClientSpec client = spec.client();
        RetryPolicy fallback = RetryPolicy.LIBRARY_DEFAULT;
        if (client.retryIsGiven()) {
            return Planned.given(new RetryPolicy(
                    client.maxRetries().orElse(fallback.maxRetries()),
                    client.delay().map(Seconds::of).orElse(fallback.delaySeconds()),
                    client.maxDelay().map(Seconds::of).orElse(fallback.maxDelaySeconds()),
                    client.tryTimeout().map(Seconds::of).orElse(fallback.tryTimeoutSeconds()),
                    fallback.mode()));
        }
        if (spec.role() == Role.CONSUMER) {
            return Planned.byDefault(fallback, "a reader's retries lose nothing: the log keeps the events");
        }
        return derivedRetry(client.library(), namespace);
    }

    private Planned<RetryPolicy> derivedRetry(ClientLibrary library, NamespacePlan namespace) {
        double reaction = Seconds.of(namespace.inflateReaction().value());
        double floor = namespace.autoInflate().value() ? reaction : 0;
        double wait = loadOf(namespace)
                .flatMap(load -> PlannedFigures.admission(namespace)
                        .map(admission -> Shortfall.longestWaitSeconds(PlannedFigures.curve(load), admission)))
                .orElse(0.0);
        double window = INDEPENDENT_SENDS * Math.max(wait, floor);
        RetryPolicy longest = RetryPolicies.longest();
        double reach = RetryWindow.of(library, longest).guaranteedSeconds();
        if (window > reach) {
            return Planned.derived(
                    longest,
                    "the longest there is; a wait of " + seconds(wait) + " is more than the client can wait for");
        }
        if (window == 0) {
            return Planned.derived(RetryPolicies.covering(library, window), "the declared burst waits for nothing");
        }
        String reason = wait > floor
                ? "twice the longest wait of " + seconds(wait) + " behind the declared burst"
                : "twice the " + seconds(floor) + " until an inflate; the declared burst waits " + seconds(wait);
        return Planned.derived(RetryPolicies.covering(library, window), reason);
    }

    private static String seconds(double value) {
        return NumberText.number(value) + " s";
    }

    private Optional<LoadProfile> loadOf(NamespacePlan namespace) {
        return stack.namespaces().stream()
                .filter(spec -> spec.name().equals(namespace.name()))
                .findFirst()
                .flatMap(new LoadShares(stack)::ofNamespace);
    }
}
