package dev.spillway.plan;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.loss.RetryPolicies;
import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Shortfall;
import dev.spillway.model.ClientSpec;
import dev.spillway.model.ClusterSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.plan.WorkloadPlan.Transport;
import dev.spillway.units.NumberText;
import dev.spillway.units.Percent;
import dev.spillway.units.Seconds;
import java.util.Optional;

/** Sizes what the pods themselves need: scaling, patience, time to stop. */
final class WorkloadPlanner {
    private static final int AMQP_PORT = 5671;

    /** Twice, because clients back off send by send and not in the order of arrival. */
    private static final double INDEPENDENT_SENDS = 2;

    private final StackSpec stack;

    WorkloadPlanner(StackSpec stack) {
        this.stack = stack;
    }

    /** @param namespace empty for a receiver, which uses none */
    WorkloadPlan plan(Replicas replicas, Optional<NamespacePlan> namespace) {
        WorkloadSpec spec = replicas.workload();
        Planned<RetryPolicy> retry = retry(spec, namespace);
        RetryWindow window = RetryWindow.of(spec.client().library(), retry.value());
        Optional<LoadProfile> share =
                spec.role() == Role.PRODUCER ? new LoadShares(stack).ofProducer(spec) : Optional.empty();
        Planned<Integer> cpuTarget = Planned.orElse(
                spec.cpuTarget().map(Percent::value),
                () -> Planned.byDefault(
                        ReplicaPlanner.CPU_TARGET.value(), "leaves room for the time a new pod takes to start"));
        PodPlanner pods = new PodPlanner(spec);
        PodPlan planned = pods.pods(replicas.fewest().value(), ClusterPlanner.zones(stack));
        Optional<ScaleOutPlanner> scaleOut =
                share.map(load -> new ScaleOutPlanner(spec, load, replicas, cpuTarget.value()));
        return new WorkloadPlan(
                spec,
                namespace
                        .map(known -> known.azureName() + "/" + spec.hub().hub())
                        .orElse(""),
                namespace.map(NamespacePlan::fullyQualifiedNamespace).orElse(""),
                share,
                replicas.fewest(),
                replicas.most(),
                cpuTarget,
                new BehaviorPlanner(spec, replicas, window).plan(),
                Planned.orElse(
                        spec.terminationGrace(),
                        () -> pods.grace(planned.preStop().value())),
                retry,
                window,
                transport(spec),
                planned,
                pods.lag(new ReplicaPlanner(stack).loadOf(spec), replicas),
                scaleOut.map(budget -> budget.plan(
                        stack.cluster().map(ClusterSpec::nodeStart).orElse(ClusterSpec.NODE_START),
                        namespace.map(this::refusal).orElse(ScaleOutPlanner.Refusal.NONE),
                        window)));
    }

    private static Planned<Transport> transport(WorkloadSpec spec) {
        return spec.egress().contains(AMQP_PORT)
                ? Planned.derived(Transport.AMQP, "port 5671 is open")
                : Planned.derived(Transport.AMQP_WEB_SOCKETS, "port 5671 is not among the open ones, 443 is");
    }

    private Planned<RetryPolicy> retry(WorkloadSpec spec, Optional<NamespacePlan> namespace) {
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
        if (namespace.isEmpty() || spec.role() != Role.PRODUCER) {
            return Planned.byDefault(fallback, "a reader's retries lose nothing: the log keeps the events");
        }
        return derivedRetry(client.library(), namespace.get());
    }

    private Planned<RetryPolicy> derivedRetry(ClientLibrary library, NamespacePlan namespace) {
        double reaction = Seconds.of(namespace.inflateReaction().value());
        double floor = namespace.autoInflate().value() ? reaction : 0;
        double wait = longestWait(namespace);
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

    /** How long an event would wait for units behind an endlessly patient client. */
    private double longestWait(NamespacePlan namespace) {
        return loadOf(namespace)
                .flatMap(load -> PlannedFigures.admission(namespace)
                        .map(admission -> Shortfall.longestWaitSeconds(PlannedFigures.curve(load), admission)))
                .orElse(0.0);
    }

    private ScaleOutPlanner.Refusal refusal(NamespacePlan namespace) {
        double peak = loadOf(namespace).map(load -> load.peak().perSecond()).orElse(0.0);
        return new ScaleOutPlanner.Refusal(longestWait(namespace), Ceiling.of(peak / namespace.eventsPerUnit()));
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
