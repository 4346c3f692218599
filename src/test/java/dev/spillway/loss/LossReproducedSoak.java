package dev.spillway.loss;

import dev.spillway.testsupport.amqp.LoadOutcome;
import dev.spillway.testsupport.amqp.WindowRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The incident at a fifth of its rates with the real client, in every way of sending: twice five minutes and a half. What it
 * measured it writes to {@code target/loss-reproduced.md}, and with {@code -Dgolden.update=true} to the page of the docs.
 */
@Tag("soak")
final class LossReproducedSoak {
    private static final double HALF_A_POINT = 0.5;
    private static final double THIRTY_PERCENT = 0.3;
    private static final double FIFTEEN_PERCENT = 0.15;
    private static final int MANY_SENDS = 200;

    /** From here on a sender that collapses is throttled. */
    private static final int COLLAPSED_SECOND = 60;

    private static final int END_SECOND = 295;

    @Test
    void theRealClientLosesWhatTheModelSays() throws Exception {
        Measurements measured = measure();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/loss-reproduced.md"), LossReproducedPage.of(measured));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(LossReproducedPage.PAGE, LossReproducedPage.of(measured));
        }

        SoftAssertions claims = new SoftAssertions();
        measured.loads().forEach((run, outcome) -> claim(claims, run, outcome));
        measured.windows().forEach((policy, window) -> claim(claims, policy, window));
        claims.assertAll();
    }

    private static void claim(SoftAssertions claims, FifthOfTheIncident run, LoadOutcome outcome) {
        String what =
                run.name() + (outcome.isDisturbed() ? ", on a machine that was busy elsewhere: " : ": ") + outcome;
        if (run.manner() != Sending.Manner.CONCURRENT) {
            double pace = run.paceEventsPerSecond();
            claims.assertThat(outcome.acceptedPerSecond(COLLAPSED_SECOND, END_SECOND))
                    .as(what)
                    .isBetween((1 - FIFTEEN_PERCENT) * pace, (1 + FIFTEEN_PERCENT) * pace);
            return;
        }
        LossForecast forecast = run.forecast();
        claims.assertThat((double) outcome.lost())
                .as(what)
                .isBetween(forecast.range().low(), forecast.range().high());
        if (forecast.lostEvents() == 0) {
            claims.assertThat(outcome.lost()).as(what).isZero();
            return;
        }
        double allowed =
                run.links() == 10 ? THIRTY_PERCENT * forecast.lostEvents() : HALF_A_POINT / 100 * outcome.offered();
        claims.assertThat(outcome.lost()).as(what).isPositive();
        claims.assertThat((double) outcome.lost())
                .as(what)
                .isBetween(forecast.lostEvents() - allowed, forecast.lostEvents() + allowed);
    }

    private static void claim(SoftAssertions claims, RetryPolicy policy, Windows window) {
        RetryWindow model = RetryWindow.of(dev.spillway.facts.ClientLibrary.AZURE_SDK_JAVA, policy);
        claims.assertThat(window.together().get(0))
                .as("shortest of many, %s", policy)
                .isGreaterThanOrEqualTo(model.guaranteedSeconds());
        claims.assertThat(window.together().get(window.together().size() - 1))
                .as("longest of many, %s", policy)
                .isLessThanOrEqualTo(model.longestSeconds());
        claims.assertThat(window.alone())
                .as("the first, alone, %s", policy)
                .isBetween(0.95 * model.nominalSeconds(), 1.05 * model.nominalSeconds());
    }

    /** How long sends were tried while everything was refused: the first one on a link, and many at once. */
    record Windows(double alone, List<Double> together) {
        static Windows of(RetryPolicy policy) {
            WindowRun run = new WindowRun(FifthOfTheIncident.options(policy));
            List<Double> together = run.of(MANY_SENDS);
            return new Windows(run.of(1).get(0), together);
        }
    }

    /** Everything that was measured. */
    record Measurements(Map<FifthOfTheIncident, LoadOutcome> loads, Map<RetryPolicy, Windows> windows) {}

    /** First what depends on the moments of its sends, so that it has the machine for itself, then the rest. */
    private static Measurements measure() throws InterruptedException, ExecutionException {
        ExecutorService all = Executors.newCachedThreadPool();
        try {
            Map<FifthOfTheIncident, LoadOutcome> outcomes = new HashMap<>();
            outcomes.putAll(together(all, LossReproducedSoak::dependsOnMoments));
            Map<RetryPolicy, Future<Windows>> windows = new LinkedHashMap<>();
            for (RetryPolicy policy : List.of(RetryPolicy.LIBRARY_DEFAULT, FifthOfTheIncident.derived())) {
                windows.put(policy, all.submit(() -> Windows.of(policy)));
            }
            outcomes.putAll(together(all, run -> !dependsOnMoments(run)));
            Map<FifthOfTheIncident, LoadOutcome> inOrder = new LinkedHashMap<>();
            runs().forEach(run -> inOrder.put(run, Objects.requireNonNull(outcomes.get(run))));
            return new Measurements(inOrder, results(windows));
        } finally {
            all.shutdownNow();
        }
    }

    private static boolean dependsOnMoments(FifthOfTheIncident run) {
        return run.policy().equals(RetryPolicy.LIBRARY_DEFAULT) && run.manner() == Sending.Manner.CONCURRENT;
    }

    private static Map<FifthOfTheIncident, LoadOutcome> together(
            ExecutorService all, Predicate<FifthOfTheIncident> wanted) throws InterruptedException, ExecutionException {
        Map<FifthOfTheIncident, Future<LoadOutcome>> loads = new LinkedHashMap<>();
        runs().stream().filter(wanted).forEach(run -> loads.put(run, all.submit(run::run)));
        return results(loads);
    }

    static List<FifthOfTheIncident> runs() {
        RetryPolicy standard = RetryPolicy.LIBRARY_DEFAULT;
        RetryPolicy derived = FifthOfTheIncident.derived();
        List<FifthOfTheIncident> runs = new ArrayList<>();
        runs.add(new FifthOfTheIncident("no retry", FifthOfTheIncident.NONE, Sending.Manner.CONCURRENT, 1));
        for (int links : new int[] {1, 2, 10}) {
            runs.add(new FifthOfTheIncident("default retry", standard, Sending.Manner.CONCURRENT, links));
        }
        for (int links : new int[] {1, 10}) {
            runs.add(new FifthOfTheIncident("derived retry", derived, Sending.Manner.CONCURRENT, links));
        }
        runs.add(new FifthOfTheIncident("awaited loop", standard, Sending.Manner.ONE_IN_FLIGHT, 1));
        runs.add(new FifthOfTheIncident("buffered producer", standard, Sending.Manner.BUFFERED, 1));
        return runs;
    }

    private static <K, V> Map<K, V> results(Map<K, Future<V>> futures) throws InterruptedException, ExecutionException {
        Map<K, V> results = new LinkedHashMap<>();
        for (Map.Entry<K, Future<V>> one : futures.entrySet()) {
            results.put(one.getKey(), one.getValue().get());
        }
        return results;
    }
}
