package dev.spillway.config;

import dev.spillway.model.ConsumerKind;
import dev.spillway.model.HealthSpec;
import dev.spillway.model.HubReference;
import dev.spillway.model.SendMode;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.model.WorkloadSpec.Signal;
import dev.spillway.units.Percent;
import dev.spillway.units.Rate;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** The keys of one workload. */
final class WorkloadSection {
    private static final int AMQP = 5671;
    private static final int WEB_SOCKETS = 443;

    static final Keys KEYS = new Keys("workloads.*");
    static final Key<Role> ROLE = KEYS.required("role", ChoiceForm.of("a role", Role::key, List.of(Role.values())));
    static final Key<HubReference> HUB =
            KEYS.optional("hub", TextForm.of(Names.HUB_REFERENCE, WorkloadSection::reference));
    private static final Key<String> CONSUMER_GROUP = KEYS.optional("consumerGroup", new ConsumerGroupForm());
    private static final Key<Fields> LOAD = KEYS.optional("load", LoadSection.FORM);
    private static final Key<String> IMAGE = KEYS.required("image", TextForm.of(Names.IMAGE));
    private static final Key<Rate> PER_REPLICA = KEYS.required(
            "perReplicaEventsPerSecond",
            NumberForm.eventsPerSecond("a rate", Range.aboveZero(NumberForm.MOST_PER_SECOND)));
    private static final Key<Long> BUFFERED_EVENTS =
            KEYS.optional("bufferedEvents", NumberForm.wholeLong("a number of events", 0, 1_000_000_000_000L));
    static final Key<Integer> MIN_REPLICAS =
            KEYS.optional("minReplicas", NumberForm.whole("a number of replicas", 1, Integer.MAX_VALUE));
    private static final Key<Integer> MAX_REPLICAS =
            KEYS.optional("maxReplicas", NumberForm.whole("a number of replicas", 1, Integer.MAX_VALUE));
    static final Key<Percent> CPU_TARGET = KEYS.optional("cpuTargetPercent", NumberForm.percent("a percentage"));
    private static final Key<String> CPU_REQUEST = KEYS.optional("cpuRequest", TextForm.orNumber(Names.CPU));
    private static final Key<String> MEMORY_REQUEST = KEYS.optional("memoryRequest", TextForm.orNumber(Names.MEMORY));
    private static final Key<Duration> POD_START =
            KEYS.optional("podStartSeconds", NumberForm.seconds("a time", Range.fromZero(NumberForm.MOST_SECONDS)));
    static final Key<Duration> FLUSH =
            KEYS.optional("flushSeconds", NumberForm.seconds("a time", Range.fromZero(NumberForm.MOST_SECONDS)));
    static final Key<Duration> TERMINATION_GRACE =
            KEYS.optional("terminationGraceSeconds", NumberForm.wholeSeconds("a time", 0));
    static final Key<List<Integer>> EGRESS = KEYS.optional(
            "egress",
            new ListForm<>(
                    "a list of ports",
                    "a list of ports such as [5671]",
                    NumberForm.whole("a port", 1, 65_535),
                    100,
                    Function.identity()));
    static final Key<ClientSection> CLIENT = KEYS.optional("client", ClientSection.FORM);

    private static final Key<SendMode> SEND_MODE =
            KEYS.optional("sendMode", ChoiceForm.of("a way to send", SendMode::key, List.of(SendMode.values())));
    private static final Key<ConsumerKind> CONSUMER_KIND = KEYS.optional(
            "consumerKind", ChoiceForm.of("a kind of consumer", ConsumerKind::key, List.of(ConsumerKind.values())));
    static final Key<Signal> SCALE_ON =
            KEYS.optional("scaleOn", ChoiceForm.of("a scaling signal", Signal::key, List.of(Signal.values())));
    static final Key<Integer> LAG_THRESHOLD =
            KEYS.optional("lagThresholdEvents", NumberForm.whole("a number of events", 1, Integer.MAX_VALUE));
    static final Key<Duration> UPSTREAM_TIMEOUT = KEYS.optional(
            "upstreamTimeoutSeconds", NumberForm.seconds("a time", Range.aboveZero(NumberForm.MOST_SECONDS)));
    static final Key<Duration> PRE_STOP = KEYS.optional("preStopSeconds", NumberForm.wholeSeconds("a time", 0));
    static final Key<Integer> MAX_UNAVAILABLE =
            KEYS.optional("maxUnavailablePods", NumberForm.whole("a number of pods", 1, Integer.MAX_VALUE));
    private static final Key<HealthSpec> HEALTH = KEYS.optional("health", HealthSection.FORM);
    static final Key<CheckpointSection> CHECKPOINTS = KEYS.optional("checkpoints", CheckpointSection.FORM);
    private static final Key<Boolean> NETWORK_POLICY = KEYS.optional("networkPolicy", new FlagForm());

    static final Form<WorkloadSection> FORM = KEYS.as("a workload", WorkloadSection::new);

    private final Fields fields;

    private WorkloadSection(Fields fields) {
        this.fields = fields;
        checkHub();
        checkConsumerGroup();
        checkReplicas();
        checkEgress();
        checkKinds();
        WorkloadChecks.check(fields);
    }

    boolean isReceiver() {
        return fields.get(ROLE).holds(Role.RECEIVER::equals);
    }

    /** Whoever sends or reads does so with a hub; a role that is missing or wrong may be meant to. */
    private void checkHub() {
        var isReceiver = isReceiver();
        if (fields.get(HUB).isAbsent() && !isReceiver) {
            fields.report(HUB, "missing, give namespace/hub");
        }
        if (!fields.get(HUB).isAbsent() && isReceiver) {
            fields.report(HUB, "a receiver is pushed to, leave it out");
        }
    }

    private static HubReference reference(String text) {
        int slash = text.indexOf('/');
        return new HubReference(text.substring(0, slash), text.substring(slash + 1));
    }

    private void checkConsumerGroup() {
        boolean isGiven = !fields.get(CONSUMER_GROUP).isAbsent();
        if (fields.get(ROLE).holds(Role.CONSUMER::equals) && !isGiven) {
            fields.report(CONSUMER_GROUP, "missing, give one of the hub's consumerGroups to a consumer");
        }
        if (fields.get(ROLE).holds(Role.PRODUCER::equals) && isGiven) {
            fields.report(CONSUMER_GROUP, "a producer reads nothing, leave it out");
        }
        if (fields.get(ROLE).holds(Role.RECEIVER::equals) && isGiven) {
            fields.report(CONSUMER_GROUP, "a receiver is pushed to, leave it out");
        }
    }

    private void checkKinds() {
        if (fields.get(ROLE).holds(Role.CONSUMER::equals)
                && !fields.get(SEND_MODE).isAbsent()) {
            fields.report(SEND_MODE, "a consumer sends nothing, leave it out");
        }
        if (fields.get(ROLE).holds(Role.PRODUCER::equals)
                && !fields.get(CONSUMER_KIND).isAbsent()) {
            fields.report(CONSUMER_KIND, "a producer reads nothing, leave it out");
        }
    }

    private void checkReplicas() {
        var least = fields.get(MIN_REPLICAS).held();
        var most = fields.get(MAX_REPLICAS).held();
        if (least.isPresent() && most.isPresent() && most.get() < least.get()) {
            fields.report(MAX_REPLICAS, most.get() + " is below minReplicas, give " + least.get() + " or more");
        }
    }

    private void checkEgress() {
        if (fields.get(EGRESS).holds(ports -> !ports.contains(AMQP) && !ports.contains(WEB_SOCKETS))) {
            fields.report(EGRESS, "no port that reaches Event Hubs, give 5671 (AMQP) or 443 (WebSockets) among them");
        }
    }

    /** Reports a hub or a consumer group that the stack does not declare. */
    void checkReferences(HubDirectory hubs) {
        fields.get(HUB).held().filter(reference -> usesHub()).ifPresent(reference -> {
            if (hubs.lacks(reference)) {
                fields.report(HUB, reference + " is not declared under eventHubs, give " + hubs.right());
            }
            hubs.find(reference).ifPresent(hub -> checkConsumerGroup(reference, hub));
        });
    }

    private void checkConsumerGroup(HubReference reference, HubSection hub) {
        if (!fields.get(ROLE).holds(Role.CONSUMER::equals)) {
            return;
        }
        var groups = hub.consumerGroups().held();
        var group = fields.get(CONSUMER_GROUP).held();
        if (groups.isEmpty() || group.isEmpty() || groups.get().contains(group.get())) {
            return;
        }
        var choices = groups.get().isEmpty() ? "add it there" : "give " + Listing.or(groups.get()) + " or add it there";
        fields.report(
                CONSUMER_GROUP, group.get() + " is not among the consumerGroups of " + reference + ", " + choices);
    }

    private boolean usesHub() {
        return !fields.get(ROLE).holds(Role.RECEIVER::equals);
    }

    /** A receiver's load is its own: what it is pushed came through no hub of this file. */
    EffectiveLoad load(HubDirectory hubs) {
        if (!usesHub()) {
            return EffectiveLoad.NONE.within(fields.get(LOAD));
        }
        var ofHub = fields.get(HUB).held().flatMap(hubs::loadOf).orElse(EffectiveLoad.UNREADABLE);
        return ofHub.within(fields.get(LOAD));
    }

    WorkloadSpec spec(String name, HubDirectory hubs) {
        return new WorkloadSpec(
                name,
                fields.get(ROLE).value(),
                fields.get(HUB).held().orElse(HubReference.NONE),
                fields.get(CONSUMER_GROUP).held(),
                load(hubs).profile(),
                fields.get(IMAGE).value(),
                fields.get(PER_REPLICA).value(),
                Optionals.ofLong(fields.get(BUFFERED_EVENTS)),
                Optionals.ofInt(fields.get(MIN_REPLICAS)),
                Optionals.ofInt(fields.get(MAX_REPLICAS)),
                fields.get(CPU_TARGET).held(),
                fields.get(CPU_REQUEST).held().orElse("500m"),
                fields.get(MEMORY_REQUEST).held().orElse("512Mi"),
                fields.get(POD_START).held().orElse(Duration.ofSeconds(60)),
                fields.get(FLUSH).held().orElse(Duration.ofSeconds(20)),
                fields.get(TERMINATION_GRACE).held(),
                new TreeSet<>(fields.get(EGRESS).held().orElse(List.of(AMQP))),
                ClientSection.spec(fields.get(CLIENT)),
                fields.get(SEND_MODE).held(),
                fields.get(CONSUMER_KIND).held(),
                fields.get(SCALE_ON).held().orElse(Signal.CPU),
                Optionals.ofInt(fields.get(LAG_THRESHOLD)),
                fields.get(UPSTREAM_TIMEOUT).held(),
                fields.get(PRE_STOP).held(),
                Optionals.ofInt(fields.get(MAX_UNAVAILABLE)),
                fields.get(HEALTH).held().orElse(HealthSpec.STANDARD),
                fields.get(CHECKPOINTS).held().map(CheckpointSection::spec),
                fields.get(NETWORK_POLICY).held().orElse(true));
    }
}
