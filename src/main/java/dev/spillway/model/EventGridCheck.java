package dev.spillway.model;

import dev.spillway.facts.DeliverySchedule;
import dev.spillway.facts.GridDestination;
import dev.spillway.facts.GridFailover;
import dev.spillway.facts.GridKind;
import dev.spillway.facts.GridLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds everything wrong with the arguments of an Event Grid component before anything is declared. */
public final class EventGridCheck {
    private static final Pattern AZURE_NAME = Pattern.compile("[A-Za-z0-9-]{3,50}");
    private static final int LONGEST_NAME = 50;

    private final String component;
    private final StackSpec stack;
    private final List<Problem> problems = new ArrayList<>();

    private EventGridCheck(String component, StackSpec stack) {
        this.component = component;
        this.stack = stack;
    }

    /**
     * Throws {@link Problems} that name every argument that is missing or impossible.
     *
     * @param missing names of required arguments that were not given
     * @param stack one that holds what the component is asked to be
     */
    public static void check(String componentName, List<String> missing, StackSpec stack) {
        EventGridCheck check = new EventGridCheck("Event Grid component " + componentName, stack);
        missing.forEach(argument -> check.add(argument, "missing, every component of Event Grid needs it"));
        check.all(componentName);
        if (!check.problems.isEmpty()) {
            throw new Problems(check.problems);
        }
    }

    private void all(String name) {
        List<String> named = new ArrayList<>();
        stack.eventGrid().sources().forEach(source -> named.add(source.name()));
        stack.eventGrid().namespaces().forEach(namespace -> named.add(namespace.name()));
        if (!named.equals(List.of(name))) {
            add("source", "describes " + named + ", give one source or one namespace that is named " + name);
        }
        stack.eventGrid().sources().forEach(this::source);
        stack.eventGrid().namespaces().forEach(this::namespace);
    }

    private void source(GridSourceSpec source) {
        name(source.azureName(), source.name(), source.isPair());
        failover(
                source.kind(), source.failover(), source.isPair(), source.mode().isPresent());
        if (source.kind() == GridKind.SYSTEM_TOPIC != source.systemSource().isPresent()) {
            add("systemSource", "belongs to a system topic, and to nothing else");
        }
        if (source.kind() != GridKind.DOMAIN && !source.domainTopics().isEmpty()) {
            add("domainTopics", "belong to a domain, leave them out");
        }
        source.load()
                .filter(load -> load.peak().perSecond() > GridLimits.TOPIC_EVENTS_PER_SECOND)
                .ifPresent(load -> add(
                        "load",
                        (long) load.peak().perSecond() + " events per second are more than the "
                                + GridLimits.TOPIC_EVENTS_PER_SECOND + " that one takes, split them over several"));
        subscriptions("", source.subscriptions());
        source.domainTopics().forEach(topic -> subscriptions(topic.name() + "/", topic.subscriptions()));
    }

    private void namespace(GridNamespaceSpec namespace) {
        name(namespace.azureName(), namespace.name(), namespace.isPair());
        Optional<GridFailover> failover = namespace.isPair() ? Optional.of(GridFailover.CLIENT_SIDE) : Optional.empty();
        failover(
                GridKind.NAMESPACE,
                failover,
                namespace.isPair(),
                namespace.mode().isPresent());
        range("capacityUnits", namespace.capacityUnits(), 1, GridLimits.NAMESPACE_UNITS, "throughput units");
        if (!namespace.isPair() && namespace.concierge().isPresent()) {
            add("concierge", "means nothing outside of a pair, leave it out");
        }
        namespace.topics().forEach(topic -> {
            String at = topic.name() + ".";
            range(at + "retentionDays", topic.retentionDays(), 1, GridLimits.NAMESPACE_RETENTION_DAYS, "days");
            topic.subscriptions().forEach(one -> {
                String in = at + one.name() + ".";
                range(in + "maxDeliveryCount", one.maxDeliveryCount(), 1, GridLimits.QUEUE_DELIVERIES, "deliveries");
                range(
                        in + "receiveLockSeconds",
                        one.receiveLockSeconds(),
                        GridLimits.SHORTEST_RECEIVE_LOCK_SECONDS,
                        GridLimits.LONGEST_RECEIVE_LOCK_SECONDS,
                        "seconds");
                one.pushTo().ifPresent(destination -> destination(in, destination));
            });
        });
    }

    private void failover(GridKind kind, Optional<GridFailover> failover, boolean isPair, boolean hasMode) {
        failover.flatMap(way -> kind.refusal(way, stack.location())).ifPresent(why -> add("failover", why));
        if (isPair && stack.secondaryLocation().isEmpty()) {
            add("secondaryLocation", "missing, a pair needs it");
        }
        if (isPair && stack.secondaryLocation().filter(stack.location()::equals).isPresent()) {
            add("secondaryLocation", "the same as location, give another region");
        }
        if (!isPair && hasMode) {
            add("mode", "means nothing outside of a pair, leave it out");
        }
    }

    private void name(Optional<String> azureName, String name, boolean isPair) {
        String base = azureName.orElse(name);
        String longest = isPair
                ? base + "-"
                        + longer(stack.location(), stack.secondaryLocation().orElse(""))
                : base;
        if (!AZURE_NAME.matcher(base).matches()) {
            add("azureName", "\"" + base + "\" is not a name, give 3 to 50 letters, digits and hyphens");
        } else if (longest.length() > LONGEST_NAME) {
            add("azureName", longest + " has " + longest.length() + " characters, give a shorter name");
        }
    }

    private void subscriptions(String where, List<GridSubscriptionSpec> subscriptions) {
        Set<String> names = new HashSet<>();
        for (GridSubscriptionSpec one : subscriptions) {
            String at = where + one.name() + ".";
            if (!names.add(one.name())) {
                add(where + one.name(), "given twice, give each subscription a name of its own");
            }
            range(at + "maxDeliveryAttempts", one.maxDeliveryAttempts(), 1, DeliverySchedule.MOST_ATTEMPTS, "attempts");
            one.timeToLive()
                    .map(Duration::toMinutes)
                    .filter(minutes -> minutes < 1 || minutes > DeliverySchedule.LONGEST_MINUTES)
                    .ifPresent(minutes -> add(
                            at + "timeToLive",
                            minutes + " is not possible, give 1 to " + DeliverySchedule.LONGEST_MINUTES + " minutes"));
            if (one.deadLetter().isPresent() && one.acceptedLoss().isPresent()) {
                add(at + "acceptedLoss", "given beside deadLetter, which leaves nothing to lose, keep one");
            }
            destination(at, one.destination());
            one.deadLetter()
                    .filter(wanted ->
                            !wanted.createsStorage() && wanted.containerName().isEmpty())
                    .ifPresent(wanted -> add(
                            at + "deadLetter.containerName",
                            "missing, give the name of a container that is in the account"));
        }
    }

    private void destination(String at, GridSubscriptionSpec.Destination to) {
        boolean isWebHook = to.type() == GridDestination.WEB_HOOK;
        needs(at + "destination.url", to.url(), isWebHook, to.type());
        needs(at + "destination.resourceId", to.resourceId(), !isWebHook, to.type());
        needs(at + "destination.queueName", to.queueName(), to.type() == GridDestination.STORAGE_QUEUE, to.type());
        range(at + "destination.maxEventsPerBatch", to.maxEventsPerBatch(), 1, GridLimits.EVENTS_PER_BATCH, "events");
        range(
                at + "destination.preferredBatchKilobytes",
                to.preferredBatchKilobytes(),
                1,
                GridLimits.BATCH_KILOBYTES,
                "KB");
    }

    private void needs(String argument, Optional<String> given, boolean isNeeded, GridDestination type) {
        if (isNeeded && given.isEmpty()) {
            add(argument, "missing, a destination " + type.key() + " needs it");
        }
        if (!isNeeded && given.isPresent()) {
            add(argument, "does not belong to a destination " + type.key() + ", leave it out");
        }
    }

    private void range(String argument, OptionalInt value, int least, int most, String unit) {
        if (value.isPresent() && (value.getAsInt() < least || value.getAsInt() > most)) {
            add(argument, value.getAsInt() + " is not possible, give " + least + " to " + most + " " + unit);
        }
    }

    private void add(String argument, String message) {
        problems.add(new Problem(component, 0, 0, argument, message));
    }

    private static String longer(String one, String other) {
        return one.length() >= other.length() ? one : other;
    }
}
