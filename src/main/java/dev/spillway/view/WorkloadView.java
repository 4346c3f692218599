package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Deployment or StatefulSet, the facts that its annotations state, and what it is joined with.
 *
 * @param hub the hub it sends to or reads from; absent where that is not in the stack, or none is named
 * @param namespace the Event Hubs namespace of that hub; it may be in the stack when the hub is not
 * @param role what it does with events: its annotation, or consumer where a trigger on hub lag scales it
 * @param scaler absent where nothing scales it; unknown where two do, or something may
 * @param rivals the autoscalers that scale it at once, each as it sees fit; empty where not two do
 */
public record WorkloadView(
        ResourceView resource,
        Fact<Role> role,
        Fact<HubView> hub,
        Fact<NamespaceView> namespace,
        Fact<ScalerView> scaler,
        List<ScalerView> rivals)
        implements Subject {
    private static final String REPLICAS = "spec.replicas";
    private static final String POD = "spec.template.spec.";
    private static final String GRACE = POD + "terminationGracePeriodSeconds";
    private static final String RETRY_BUDGET = "retry-budget-seconds";

    public WorkloadView {
        rivals = List.copyOf(rivals);
    }

    static Fact<Role> roleOf(ResourceView resource, Fact<ScalerView> scaler, List<ScalerView> rivals) {
        Fact<String> declared = Annotations.ofPods(resource).text("role");
        boolean readsLag =
                Stream.concat(scaler.whenKnown().stream(), rivals.stream()).anyMatch(ScalerView::readsEventHubLag);
        if (declared.isAbsent() && readsLag) {
            return Fact.known(declared.path(), Role.CONSUMER);
        }
        return declared.then(key -> Role.byKey(key)
                .map(role -> Fact.known(declared.path(), role))
                .orElseGet(() -> Fact.unknown(
                        declared.path(), "met \"" + key + "\" where producer, consumer or receiver belongs")));
    }

    public boolean is(Role wanted) {
        return role instanceof Fact.Known<Role> known && known.value() == wanted;
    }

    /** The hub as the workload names it: {@code namespace/hub}. */
    public Fact<String> hubName() {
        return facts().text("hub");
    }

    /** What has to be known before the partition count of its hub is. */
    public List<Gap> partitionGaps() {
        if (hub.isKnown()) {
            return Gap.in(hub.value(), hub.value().partitionCount());
        }
        Fact<HubView> missing = hub.isAbsent() && hubName().isKnown()
                ? Fact.unknown(hub.path(), "the hub " + hubName().value() + " is not in the stack")
                : hub;
        return Gap.in(this, missing);
    }

    /** What one replica sends or reads at full work. */
    public Fact<Double> eventsPerSecond() {
        return facts().number("max-events-per-second", "events per second");
    }

    /** What one replica sends at full work: declared, or its events at the average size of its load. */
    public Fact<Double> bytesPerSecond() {
        Fact<Double> declared = facts().number("max-bytes-per-second", "bytes per second");
        Fact<Double> derived =
                Fact.both(eventsPerSecond(), load(), (events, load) -> events * load.averageEventBytes());
        return declared.isAbsent() && derived.isKnown() ? derived : declared;
    }

    /** How long a replica needs to send what it holds, in seconds. */
    public Fact<Double> flushSeconds() {
        return facts().number("flush-seconds", "seconds");
    }

    /** How long the client goes on sending at least, in seconds. */
    public Fact<Double> retryBudgetSeconds() {
        return facts().number(RETRY_BUDGET, "seconds");
    }

    public String retryBudgetPath() {
        return facts().path(RETRY_BUDGET);
    }

    /** Events that one replica holds before sending; absent means that there is no limit. */
    public Fact<Double> bufferedEvents() {
        return facts().number("buffered-events", "events");
    }

    /** Connections that one replica holds open. */
    public Fact<Double> connections() {
        return facts().number("connections", "connections");
    }

    /** Whether what cannot be sent is kept on a disk that outlives the pod. */
    public Fact<Boolean> spools() {
        Fact<String> given = facts().text("spool");
        return given.then(text -> switch (text) {
                    case "true" -> Fact.known(given.path(), true);
                    case "false" -> Fact.known(given.path(), false);
                    default -> Fact.<Boolean>unknown(given.path(), "met \"" + text + "\" where true or false belongs");
                })
                .orDefault(false);
    }

    /** The consumer group as the workload names it, or as its trigger on hub lag does. */
    public Fact<String> consumerGroup() {
        Fact<String> own = facts().text("consumer-group");
        return own.isAbsent() ? scaler.then(view -> view.lagTrigger("consumerGroup")) : own;
    }

    /** Name of the storage account that holds how far a consumer has read: its own word, or its trigger's. */
    Fact<String> checkpointAccount() {
        Fact<String> own = facts().text("checkpoint-account");
        Fact<String> trigger = scaler.then(view -> view.lagTrigger("storageAccountName"));
        return own.isAbsent() && !trigger.isAbsent() ? trigger : own;
    }

    Fact<String> checkpointContainer() {
        Fact<String> own = facts().text("checkpoint-container");
        Fact<String> trigger = scaler.then(view -> view.lagTrigger("blobContainer"));
        return own.isAbsent() && !trigger.isAbsent() ? trigger : own;
    }

    /** The largest event that it sends, in bytes, as its load states it. */
    public Fact<Double> largestEventBytes() {
        String path = own().path("load");
        return own().json("load")
                .then(json -> json.path("maxEventBytes").isNumber()
                        ? Fact.known(path, json.path("maxEventBytes").doubleValue())
                        : Fact.unknown(path, "it does not state maxEventBytes"));
    }

    /** Whether its pods are interchangeable; those of a StatefulSet are not. */
    public boolean isDeployment() {
        return resource.type().endsWith(":Deployment");
    }

    /** The pods that it makes. */
    public PodView pods() {
        return new PodView(resource);
    }

    /** How long whoever calls a sending replica waits, in seconds; absent means endlessly. */
    public Fact<Double> upstreamTimeoutSeconds() {
        return facts().number("upstream-timeout-seconds", "seconds");
    }

    public Fact<Double> podStartSeconds() {
        return facts().number("pod-start-seconds", "seconds");
    }

    public Fact<DeclaredLoad> load() {
        return own().json("load").then(json -> DeclaredLoad.read(own().path("load"), json));
    }

    public Fact<DeclaredClient> client() {
        return own().json("client").then(json -> DeclaredClient.read(own().path("client"), json));
    }

    /** {@code spec.replicas} as written, whoever scales the workload. */
    public Fact<Integer> staticReplicas() {
        return resource.whole(REPLICAS);
    }

    /**
     * The fewest replicas that run: the scaler's minimum, or the static number where nothing scales. Of several scalers nobody
     * knows which one wins, but the fleet can fall as low as the lowest lets it.
     */
    public Fact<Integer> minimumReplicas() {
        if (!rivals.isEmpty()) {
            return rivals.stream()
                    .map(ScalerView::minimum)
                    .reduce((one, other) -> Fact.both(one, other, Math::min))
                    .orElseThrow();
        }
        return scaler.isAbsent() ? staticReplicas().orDefault(1) : scaler.then(ScalerView::minimum);
    }

    /** The most replicas that run: the scaler's maximum, or the static number where nothing scales. */
    public Fact<Integer> maximumReplicas() {
        return scaler.isAbsent() ? staticReplicas().orDefault(1) : scaler.then(ScalerView::maximum);
    }

    /** The resource that decides how many replicas run: the scaler, or the workload itself. */
    public Subject replicasDecidedBy() {
        return scaler.whenKnown().<Subject>map(view -> view).orElse(this);
    }

    public String minimumReplicasPath() {
        return scaler.whenKnown().map(view -> view.kind().minimumPath()).orElse(REPLICAS);
    }

    /** Time between the request to stop and the kill; 30 seconds where none is given. */
    public Fact<Duration> terminationGrace() {
        return resource.whole(GRACE).orDefault(30).map(Duration::ofSeconds);
    }

    public String terminationGracePath() {
        return GRACE;
    }

    /** How long the longest hook before the stop takes; zero without a hook. */
    public Fact<Duration> preStop() {
        Fact<JsonNode> containers = resource.node(POD + "containers");
        return containers.isAbsent()
                ? Fact.known(containers.path(), Duration.ZERO)
                : containers.then(list -> PreStopHook.longest(containers.path(), list));
    }

    /** Whatever would have to be known to tell how much all replicas send. */
    List<Gap> demandGaps() {
        List<Gap> rates = Gap.in(this, eventsPerSecond(), bytesPerSecond());
        List<Gap> replicas = Gap.in(replicasDecidedBy(), maximumReplicas());
        return Stream.concat(rates.stream(), replicas.stream()).toList();
    }

    private Annotations facts() {
        return Annotations.ofPods(resource);
    }

    private Annotations own() {
        return Annotations.ofWorkload(resource);
    }
}
