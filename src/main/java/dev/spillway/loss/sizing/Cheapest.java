package dev.spillway.loss.sizing;

import dev.spillway.facts.Tier;
import dev.spillway.loss.Admission;
import dev.spillway.loss.LossForecast;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Looks for the cheapest design: first the fewest units that keep the budget with everything that is free, then the fewest to
 * begin with if they may grow, then the fewest free changes that still keep it, each as small as is enough.
 */
final class Cheapest {
    private final PipelineFigures declared;
    private final LossForecast forecast;
    private final Trials trials;
    private final UnitLadder ladder;
    private final List<List<FreeLever>> choices;

    Cheapest(PipelineFigures declared, LossForecast forecast, Trials trials) {
        this.declared = declared;
        this.forecast = forecast;
        this.trials = trials;
        this.ladder = UnitLadder.of(declared.admission().tier());
        this.choices = choices();
    }

    Optional<Design> find() {
        PipelineFigures free = generous(choices.get(choices.size() - 1));
        OptionalInt least = IntStream.range(0, ladder.size())
                .filter(step -> Levers.sustains(declared, ladder.at(step)))
                .findFirst();
        if (least.isEmpty()) {
            return Optional.empty();
        }
        return new Search(least.getAsInt(), ladder.size() - 1, true)
                .smallest(
                        OptionalLong.empty(),
                        step -> trials.mayKeep(Levers.fixedUnits(free, ladder.at(step))),
                        step -> trials.keeps(Levers.fixedUnits(free, ladder.at(step))))
                .map(found -> ladder.at(found.value()))
                .map(ceiling -> design(ceiling, floor(free, ceiling)));
    }

    /** The design with one unit less, at the beginning or at most; with the fewest units, that without the free changes. */
    Optional<Design> weaker(Design design) {
        Admission door = design.figures().admission();
        int ceiling = door.autoInflate() ? door.maximumThroughputUnits() : door.throughputUnits();
        if (ceiling == ladder.at(0)) {
            List<Change> ofUnits = unitChanges(door.throughputUnits(), ceiling);
            if (design.changes().size() == ofUnits.size()) {
                return Optional.empty();
            }
            return Optional.of(
                    ofUnits.isEmpty()
                            ? Design.declared(declared, forecast)
                            : Design.of(Levers.inflating(declared, door.throughputUnits(), ceiling), ofUnits));
        }
        int less = ladder.at(ladder.stepOf(ceiling) - 1);
        int floor = Math.min(less, door.throughputUnits());
        List<Change> changes = new ArrayList<>(unitChanges(floor, less));
        design.changes().stream()
                .filter(change -> !change.setting().isOfUnits())
                .forEach(changes::add);
        return Optional.of(Design.of(Levers.inflating(design.figures(), floor, less), changes));
    }

    /** Auto-inflate costs nothing until it acts; where it acts in time, fewer units are enough to begin with. */
    private int floor(PipelineFigures free, int ceiling) {
        if (declared.admission().tier() != Tier.STANDARD) {
            return ceiling;
        }
        return IntStream.range(1, ceiling)
                .filter(units -> trials.keeps(Levers.inflating(free, units, ceiling)))
                .findFirst()
                .orElse(ceiling);
    }

    private Design design(int ceiling, int floor) {
        List<FreeLever> needed = choices.stream()
                .filter(levers -> trials.keeps(Levers.inflating(generous(levers), floor, ceiling)))
                .findFirst()
                .orElseThrow();
        PipelineFigures figures = Levers.inflating(generous(needed), floor, ceiling);
        List<Change> changes = new ArrayList<>(unitChanges(floor, ceiling));
        for (FreeLever lever : needed) {
            FreeLever.Shrunk shrunk = lever.shrunk(figures, trials);
            if (trials.keeps(shrunk.figures())) {
                figures = shrunk.figures();
            }
            changes.addAll(shrunk.changes());
        }
        return Design.of(figures, changes);
    }

    private List<Change> unitChanges(int floor, int ceiling) {
        Admission door = declared.admission();
        List<Change> changes = new ArrayList<>();
        if (floor != door.throughputUnits()) {
            changes.add(new Change(Setting.unitsOf(door.tier()), "", floor, ""));
        }
        int declaredCeiling = door.autoInflate() ? door.maximumThroughputUnits() : 0;
        int wanted = floor == ceiling ? 0 : ceiling;
        if (wanted != declaredCeiling) {
            changes.add(
                    new Change(Setting.INFLATE_CEILING, "", wanted, wanted == 0 ? "auto-inflate off" : inflateNote()));
        }
        return changes;
    }

    private String inflateNote() {
        return "auto-inflate on; a unit more after "
                + NumberText.seconds(declared.admission().autoInflateReactionSeconds())
                + " of throttling is an assumption";
    }

    private PipelineFigures generous(List<FreeLever> levers) {
        PipelineFigures figures = declared;
        for (FreeLever lever : levers) {
            figures = lever.generous(figures);
        }
        return figures;
    }

    /** All sets of levers that may help, the smaller ones first. */
    private List<List<FreeLever>> choices() {
        List<FreeLever> helpful = Arrays.stream(FreeLever.values())
                .filter(lever -> lever.mayHelp(declared, forecast))
                .toList();
        return IntStream.range(0, 1 << helpful.size())
                .mapToObj(set -> IntStream.range(0, helpful.size())
                        .filter(bit -> (set & (1 << bit)) != 0)
                        .mapToObj(helpful::get)
                        .toList())
                .sorted(Comparator.comparingInt(List::size))
                .toList();
    }
}
