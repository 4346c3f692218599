package dev.spillway.loss.sizing;

import dev.spillway.loss.Admission;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Senders that hold themselves to what the namespace lets in: what is too much waits in the pods, which are patient, and never
 * meets a refusal. It costs nothing.
 */
final class RateLimit {
    private final PipelineFigures declared;
    private final Trials trials;

    RateLimit(PipelineFigures declared, Trials trials) {
        this.declared = declared;
        this.trials = trials;
    }

    /** The design with the fewest units, and no more than these; empty where no limit keeps the budget. */
    Optional<Design> find(int mostUnits) {
        boolean allHavePods =
                declared.senders().stream().allMatch(sender -> sender.pods().isPresent());
        if (!allHavePods) {
            return Optional.empty();
        }
        return UnitLadder.of(declared.admission().tier()).units().stream()
                .filter(units -> units <= mostUnits && Levers.sustains(declared, units))
                .map(this::withUnits)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Design> withUnits(int units) {
        PipelineFigures fixed = Levers.fixedUnits(declared, units);
        int most =
                declared.senders().stream().mapToInt(RateLimit::mostPods).max().orElse(1);
        return IntStream.rangeClosed(1, most)
                .mapToObj(pods -> held(fixed, pods))
                .filter(held -> trials.keeps(held.figures()))
                .findFirst()
                .map(held -> Design.of(held.figures(), changes(held, units)));
    }

    private List<Change> changes(Held held, int units) {
        Admission door = declared.admission();
        List<Change> changes = new ArrayList<>();
        if (units != door.throughputUnits()) {
            changes.add(new Change(Setting.unitsOf(door.tier()), "", units, ""));
        }
        if (door.autoInflate()) {
            changes.add(new Change(Setting.INFLATE_CEILING, "", 0, "auto-inflate off"));
        }
        changes.addAll(held.changes());
        return changes;
    }

    /** Each sender gets its share of the door, and each of its pods an equal part of that. */
    private Held held(PipelineFigures fixed, int pods) {
        double bytes = fixed.averageEventBytes();
        double door = fixed.admission().eventsPerSecond(fixed.admission().throughputUnits(), bytes);
        double offered = fixed.senders().stream()
                .mapToDouble(sender -> sender.load().offeredEvents())
                .sum();
        PipelineFigures held = fixed;
        List<Change> changes = new ArrayList<>();
        for (int at = 0; at < fixed.senders().size(); at++) {
            Sender sender = fixed.senders().get(at);
            double share = offered == 0 ? 1 : sender.load().offeredEvents() / offered;
            int count = Math.min(pods, mostPods(sender));
            double rate = Math.min(
                    sender.pods().orElseThrow().podEventsPerSecond(), Math.max(1, Math.floor(door * share / count)));
            held = Levers.held(held, at, count, rate);
            changes.add(new Change(Setting.REPLICAS, sender.name(), count, "minReplicas and maxReplicas"));
            changes.add(new Change(Setting.RATE_LIMIT, sender.name(), rate, "events per second and pod"));
        }
        return new Held(held, changes);
    }

    private static int mostPods(Sender sender) {
        return sender.pods().orElseThrow().scaling().mostReplicas();
    }

    private record Held(PipelineFigures figures, List<Change> changes) {}
}
