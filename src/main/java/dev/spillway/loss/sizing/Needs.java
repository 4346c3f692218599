package dev.spillway.loss.sizing;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.facts.Tier;
import dev.spillway.facts.TierLimits;
import dev.spillway.loss.Admission;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.RetryPolicies;
import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Sender;
import dev.spillway.loss.SenderPods;
import dev.spillway.loss.Shortfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** What each setting alone would have to be. */
final class Needs {
    private static final double TENTHS = 10;
    /** The advice of the model for sends that back off each on its own. */
    private static final double MARGIN = 2;

    /** A client that is simulated send by send is asked for these only. */
    private static final List<Integer> RETRIES = List.of(3, 5, 7, 10, 15, 25, 50, 100);

    private final PipelineFigures declared;
    private final Trials trials;
    private final Shortfall.Patience patience;

    Needs(PipelineFigures declared, Trials trials) {
        this.declared = declared;
        this.trials = trials;
        this.patience = Shortfall.patience(declared);
    }

    List<Need> all() {
        var needs = new ArrayList<Need>();
        needs.add(units());
        ceiling().ifPresent(needs::add);
        needs.add(partitions());
        needs.add(window());
        needs.add(clientBuffer());
        podBuffer().ifPresent(needs::add);
        IntStream.range(0, declared.senders().size())
                .mapToObj(this::replicas)
                .flatMap(Optional::stream)
                .forEach(needs::add);
        readers().ifPresent(needs::add);
        retention().ifPresent(needs::add);
        return List.copyOf(needs);
    }

    Need units() {
        Admission door = declared.admission();
        UnitLadder ladder = UnitLadder.of(door.tier());
        var search = new Search(0, ladder.size() - 1, isMonotone());
        return new Question(Setting.unitsOf(door.tier()), "", door.throughputUnits(), ladder::at)
                .answer(search, unitsByEquation(ladder), step -> Levers.units(declared, ladder.at(step)));
    }

    /** Nothing is known of more units that come later, so all that would ever come are tried. */
    private Optional<Need> ceiling() {
        Admission door = declared.admission();
        if (door.tier() != Tier.STANDARD) {
            return Optional.empty();
        }
        int most = UnitLadder.of(door.tier()).most();
        int reached = LossModel.toll(
                        Levers.inflating(declared, door.throughputUnits(), most).upstream(), false)
                .throughputUnits();
        var search = new Search(door.throughputUnits(), reached, false);
        return Optional.of(new Question(
                        Setting.INFLATE_CEILING, "", door.autoInflate() ? door.maximumThroughputUnits() : 0, n -> n)
                .answer(
                        search,
                        OptionalLong.empty(),
                        ceiling -> Levers.inflating(declared, door.throughputUnits(), (int) ceiling)));
    }

    /** Under an even load more partitions than the peak fills change nothing. */
    Need partitions() {
        Admission door = declared.admission();
        int ofTier = Math.max(door.partitionCount(), TierLimits.of(door.tier()).partitionsPerHub());
        OptionalLong forPeak = partitionsByEquation();
        boolean isEven = door.hotPartitionShare().isEmpty();
        long most = isEven ? Math.min(ofTier, forPeak.orElse(ofTier)) : ofTier;
        return new Question(Setting.PARTITIONS, "", door.partitionCount(), n -> n)
                .answer(new Search(1, most, isMonotone()), forPeak, count -> Levers.partitions(declared, (int) count));
    }

    /** As {@link #window}, confirmed by more runs where a search is content with few. */
    double confirmedWindow() {
        double least = window().enough().map(Need.Enough::value).orElse(Double.POSITIVE_INFINITY);
        if (isFifo() || Double.isInfinite(least)) {
            return withMargin(least);
        }
        return IntStream.range(0, RETRIES.size())
                .mapToDouble(Needs::windowOfRetries)
                .filter(seconds -> seconds >= least)
                .filter(seconds -> trials.keeps(LossModel.estimate(Levers.window(declared, seconds))))
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The window of the sender that has the shortest one stands for what is declared. */
    Need window() {
        double now = declared.senders().stream()
                .mapToDouble(sender -> sender.window().guaranteedSeconds())
                .min()
                .orElse(0);
        if (!isFifo()) {
            return new Question(Setting.RETRY_WINDOW, "", now, Needs::windowOfRetries)
                    .answer(
                            new Search(0, RETRIES.size() - 1, false),
                            OptionalLong.empty(),
                            step -> Levers.window(declared, windowOfRetries(step)));
        }
        long enough = (long) Math.ceil(patience.seconds() * TENTHS - 1e-6);
        return new Question(Setting.RETRY_WINDOW, "", now, tenths -> tenths / TENTHS)
                .answer(
                        new Search(0, enough, isMonotone()),
                        guess(enough),
                        tenths -> Levers.window(declared, tenths / TENTHS));
    }

    Need clientBuffer() {
        double now = declared.senders().stream()
                .mapToDouble(Sender::bufferedEventsLimit)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        long enough = (long) Math.ceil(patience.events() - 1e-6);
        if (!trials.keeps(Levers.clientBuffer(declared, Double.POSITIVE_INFINITY))) {
            return new Question(Setting.CLIENT_BUFFER, "", now, n -> n)
                    .never(Levers.clientBuffer(declared, Double.POSITIVE_INFINITY));
        }
        return new Question(Setting.CLIENT_BUFFER, "", now, n -> n)
                .answer(
                        new Search(0, enough, isMonotone()),
                        guess(enough),
                        events -> Levers.clientBuffer(declared, (double) events));
    }

    /** More room in pods releases more events at once later, so values are tried, unless an endless one loses already. */
    Optional<Need> podBuffer() {
        double now = declared.senders().stream()
                .flatMap(sender -> sender.pods().stream())
                .mapToDouble(SenderPods::bufferedEventsPerPod)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        if (Double.isInfinite(now)) {
            return Optional.empty();
        }
        PipelineFigures endless = Levers.podBuffer(declared, Double.POSITIVE_INFINITY);
        boolean isHopeless = !trials.keeps(endless) && (trials.allowsNothing(declared) || !isFifo());
        if (isHopeless) {
            return Optional.of(new Question(Setting.POD_BUFFER, "", now, n -> n).never(endless));
        }
        long most = (long) Math.ceil(LossModel.estimate(endless).peaks().producerTierBacklog() - 1e-6);
        return Optional.of(new Question(Setting.POD_BUFFER, "", now, n -> n)
                .answer(
                        new Search(0, most, false),
                        OptionalLong.empty(),
                        events -> Levers.podBuffer(declared, (double) events)));
    }

    /** More pods can lose more, so all numbers are tried up to the one that holds the peak, or the sender's own. */
    Optional<Need> replicas(int sender) {
        Sender found = declared.senders().get(sender);
        return found.pods().map(pods -> {
            int forPeak = (int) Math.ceil(found.load().peakEventsPerSecond() / pods.podEventsPerSecond());
            int most = Math.max(forPeak, pods.scaling().initialReplicas());
            return new Question(Setting.REPLICAS, found.name(), pods.scaling().initialReplicas(), n -> n)
                    .answer(
                            new Search(1, most, false),
                            OptionalLong.empty(),
                            count -> Levers.replicas(declared, sender, (int) count));
        });
    }

    /** A reader more than partitions has nothing to read; how many are enough in between is tried, one by one. */
    Optional<Need> readers() {
        return declared.reading().map(reading -> {
            int now = reading.consumers().scaling().initialReplicas();
            int most = Math.max(now, declared.admission().partitionCount());
            return new Question(Setting.READERS, "", now, n -> n)
                    .answer(
                            new Search(1, most, false),
                            OptionalLong.empty(),
                            count -> Levers.readers(declared, (int) count));
        });
    }

    /** In whole hours, up to what the tier keeps; a longer retention never loses more. */
    Optional<Need> retention() {
        return declared.reading().map(reading -> {
            long most = TierLimits.of(declared.admission().tier())
                    .longestRetention()
                    .toHours();
            return new Question(Setting.RETENTION, "", reading.retentionHours(), n -> n)
                    .answerWhole(new Search(1, most, true), hours -> Levers.retention(declared, (double) hours));
        });
    }

    /** Whether more units, partitions, patience or room can never lose more, retries in order: proven for fixed units. */
    private boolean isMonotone() {
        return !declared.admission().autoInflate();
    }

    private boolean isFifo() {
        return declared.senders().stream().noneMatch(Sender::retriesByLink);
    }

    /** Whether sends that are not ordered are simulated as if they were, which a margin has to make up for. */
    private boolean isOptimistic() {
        return isFifo()
                && declared.senders().stream()
                        .anyMatch(sender -> sender.window().sendsAreIndependent());
    }

    /** What an endlessly patient sender comes to is exact where nothing may be lost. */
    private OptionalLong guess(long enough) {
        return trials.allowsNothing(declared) ? OptionalLong.of(enough) : OptionalLong.empty();
    }

    private OptionalLong unitsByEquation(UnitLadder ladder) {
        Sender first = declared.senders().get(0);
        boolean alone = declared.senders().size() == 1 && first.pods().isEmpty();
        if (!alone || !trials.allowsNothing(declared)) {
            return OptionalLong.empty();
        }
        var units = Shortfall.throughputUnitsNeeded(
                first.load(), declared.admission(), first.window().simulatedSeconds(), first.bufferedEventsLimit());
        return units.isPresent() ? OptionalLong.of(ladder.stepOf(units.getAsInt())) : OptionalLong.empty();
    }

    private OptionalLong partitionsByEquation() {
        double bytes = declared.averageEventBytes();
        double one = declared.admission().withPartitions(1).partitionsEventsPerSecond(bytes);
        double peak = declared.senders().stream()
                .mapToDouble(sender -> sender.load().peakEventsPerSecond())
                .sum();
        return OptionalLong.of(Math.max(1, (long) Math.ceil(peak / one - 1e-9)));
    }

    private static double windowOfRetries(long step) {
        return RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicies.withRetries(RETRIES.get((int) step)))
                .guaranteedSeconds();
    }

    /** The settings of the Azure clients among the senders that give a window; empty where there is none. */
    static String settings(PipelineFigures figures, double seconds) {
        return figures.senders().stream()
                .map(Sender::window)
                .filter(window -> window.library() == ClientLibrary.AZURE_SDK_JAVA
                        || window.library() == ClientLibrary.AZURE_SDK_DOTNET)
                .findFirst()
                .map(window -> Levers.covering(window.library(), seconds))
                .map(Needs::words)
                .orElse("");
    }

    private static String words(RetryPolicy policy) {
        return "maxRetries " + policy.maxRetries() + ", delaySeconds " + whole(policy.delaySeconds())
                + ", maxDelaySeconds " + whole(policy.maxDelaySeconds());
    }

    private static long whole(double value) {
        return Math.round(value);
    }

    /** Twice of what an ordered queue needs where the sends are not ordered. */
    private String advice(double seconds) {
        if (seconds == 0) {
            return "";
        }
        String settings = settings(declared, isOptimistic() ? MARGIN * seconds : seconds);
        return settings.isEmpty() || !isOptimistic()
                ? settings
                : "better twice that, for sends that are not ordered: " + settings;
    }

    /** A window with the margin that the model advises, where it advises one. */
    private double withMargin(double seconds) {
        return isOptimistic() ? MARGIN * seconds : seconds;
    }

    /** One setting, and how a step of its search becomes a value. */
    private final class Question {
        private final Setting setting;
        private final String sender;
        private final double now;
        private final LongFunction<? extends Number> value;

        Question(Setting setting, String sender, double now, LongFunction<? extends Number> value) {
            this.setting = setting;
            this.sender = sender;
            this.now = now;
            this.value = value;
        }

        Need answer(Search search, OptionalLong guess, LongFunction<PipelineFigures> changed) {
            return need(
                    search,
                    search.smallest(
                            guess,
                            step -> trials.mayKeep(changed.apply(step)),
                            step -> trials.keeps(changed.apply(step))),
                    changed);
        }

        /** Where not even an endless value is enough. */
        Need never(PipelineFigures endless) {
            return new Need(setting, sender, now, Double.POSITIVE_INFINITY, Optional.empty(), trials.notSafe(endless));
        }

        /** Where more never loses more, readers and all. */
        Need answerWhole(Search search, LongFunction<PipelineFigures> changed) {
            return need(
                    search, search.smallest(OptionalLong.empty(), step -> trials.keeps(changed.apply(step))), changed);
        }

        private Need need(Search search, Optional<Search.Found> found, LongFunction<PipelineFigures> changed) {
            long shown = found.map(Search.Found::value).orElse(search.highest());
            return new Need(
                    setting,
                    sender,
                    now,
                    valueAt(search.highest()),
                    found.map(least -> new Need.Enough(valueAt(least.value()), least.method(), note(least.value()))),
                    trials.notSafe(changed.apply(shown)));
        }

        private double valueAt(long step) {
            return value.apply(step).doubleValue();
        }

        private String note(long step) {
            return setting == Setting.RETRY_WINDOW ? advice(valueAt(step)) : "";
        }
    }
}
