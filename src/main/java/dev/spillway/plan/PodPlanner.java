package dev.spillway.plan;

import dev.spillway.model.LoadProfile;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.model.WorkloadSpec.Role;
import dev.spillway.model.WorkloadSpec.Signal;
import dev.spillway.units.NumberText;
import dev.spillway.units.Seconds;
import java.time.Duration;
import java.util.Optional;

/** Plans how pods start, stop and are taken away, and what readers scale on. */
final class PodPlanner {
    static final Duration STOP_MARGIN = Duration.ofSeconds(10);

    /** Assumed to be enough for endpoints and proxies to forget a pod; they are told at the moment it is. */
    private static final Duration CALLERS_LEARN = Duration.ofSeconds(5);

    private static final Duration SHORTEST_GRACE = Duration.ofSeconds(30);
    private static final Duration SHORTEST_STARTUP = Duration.ofMinutes(2);
    private static final Duration SHORTEST_COOLDOWN = Duration.ofMinutes(5);

    /** What readers that know of nothing better write checkpoints at. */
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    /** A drain takes away a quarter at most, and no more than one zone's share. */
    private static final int SMALLEST_DIVISOR = 4;

    private final WorkloadSpec spec;

    PodPlanner(WorkloadSpec spec) {
        this.spec = spec;
    }

    PodPlan pods(int minReplicas, int zones) {
        return new PodPlan(preStop(), startup(), maxUnavailable(minReplicas, zones));
    }

    /** At least hook, flush and margin; not more than the drain of a node waits, which the reader of the file sees to. */
    Planned<Duration> grace(Duration preStop) {
        Duration wanted = preStop.plus(spec.flush()).plus(STOP_MARGIN);
        String parts = (preStop.isZero() ? "" : "hook of " + whole(preStop) + " s, ") + "flush of "
                + whole(spec.flush()) + " s and " + whole(STOP_MARGIN) + " s";
        return wanted.compareTo(SHORTEST_GRACE) > 0
                ? Planned.derived(roundedUp(wanted), parts)
                : Planned.derived(SHORTEST_GRACE, "the Kubernetes default covers a " + parts);
    }

    Optional<LagPlan> lag(Optional<LoadProfile> load, Replicas replicas) {
        if (spec.scaleOn() != Signal.LAG) {
            return Optional.empty();
        }
        double betweenCheckpoints = spec.perReplica().perSecond() * Seconds.of(CHECKPOINT_INTERVAL);
        Planned<Integer> threshold = Planned.orElse(
                spec.lagThresholdEvents(),
                () -> Planned.derived(
                        Math.max(1, (int) Math.min(Integer.MAX_VALUE, Math.round(betweenCheckpoints))),
                        "what a pod reads between two checkpoints, which the scaler cannot see: "
                                + NumberText.number(Seconds.of(CHECKPOINT_INTERVAL)) + " s"));
        return Optional.of(new LagPlan(threshold, fallback(load, replicas), cooldown()));
    }

    /** A scaler that sees nothing must not leave the readers at their fewest under the peak. */
    private Planned<Integer> fallback(Optional<LoadProfile> load, Replicas replicas) {
        int most = replicas.most().value();
        return load.map(known -> {
                    int forPeak = Ceiling.of(
                            known.peak().perSecond() / spec.perReplica().perSecond());
                    int held = Math.min(most, Math.max(replicas.fewest().value(), forPeak));
                    return Planned.derived(
                            held,
                            "reads the peak of "
                                    + NumberText.number(known.peak().perSecond()) + "/s while nobody knows the lag");
                })
                .orElseGet(() -> Planned.derived(most, "no load is declared: all of them while nobody knows the lag"));
    }

    private Planned<Duration> cooldown() {
        return spec.flush().compareTo(SHORTEST_COOLDOWN) > 0
                ? Planned.derived(roundedUp(spec.flush()), "as long as a flush")
                : Planned.byDefault(SHORTEST_COOLDOWN, "longer than a flush");
    }

    private Planned<Duration> preStop() {
        return Planned.orElse(
                spec.preStop(),
                () -> spec.role() == Role.CONSUMER
                        ? Planned.derived(Duration.ZERO, "nobody calls a reader, so nobody has to learn that it goes")
                        : Planned.byDefault(CALLERS_LEARN, "callers are still told of the pod for a moment"));
    }

    private Planned<Duration> startup() {
        Duration wanted = spec.podStart().multipliedBy(2);
        return wanted.compareTo(SHORTEST_STARTUP) > 0
                ? Planned.derived(roundedUp(wanted), "twice podStartSeconds")
                : Planned.derived(SHORTEST_STARTUP, "twice podStartSeconds, at least this for a cold JVM");
    }

    /** Inside [1, minimum - 1], so that a drain passes and something stays; with one pod there is no such number. */
    private Optional<Planned<Integer>> maxUnavailable(int minReplicas, int zones) {
        if (spec.maxUnavailablePods().isPresent()) {
            return Optional.of(Planned.given(spec.maxUnavailablePods().getAsInt()));
        }
        if (minReplicas < 2) {
            return Optional.empty();
        }
        int share = Math.max(1, minReplicas / Math.max(SMALLEST_DIVISOR, zones));
        return Optional.of(Planned.derived(
                share,
                share == 1
                        ? "one at a time: a drain passes, and of " + minReplicas + " pods the others stay"
                        : "a quarter of " + minReplicas + " pods, and no more than a zone's share"));
    }

    static Duration roundedUp(Duration span) {
        return span.getNano() == 0 ? span : Duration.ofSeconds(span.getSeconds() + 1);
    }

    private static String whole(Duration span) {
        return NumberText.number(Seconds.of(span));
    }
}
