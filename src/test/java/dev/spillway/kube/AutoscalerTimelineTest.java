package dev.spillway.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.kube.LoadProfile.Timing;
import dev.spillway.loss.Behavior;
import dev.spillway.loss.Behavior.Policy;
import dev.spillway.loss.Behavior.Rules;
import dev.spillway.loss.Behavior.Select;
import dev.spillway.loss.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The real autoscaler gets the CPU that the model says its pods use, and wants as many pods as the model does, never more than one
 * of its periods earlier or later. With a {@code behavior} block it does something else than without, and so does the model.
 */
final class AutoscalerTimelineTest {
    private static final Timing FAST = new Timing(SharedPlane.SYNC_SECONDS, SharedPlane.CALM_SECONDS, 0.2, 6);
    private static final Timing AS_SHIPPED = new Timing(15, 300, 15, 330);
    private static final int TRIES = 3;

    /** At the controller's own defaults a quarter of an hour, hence five times faster; whatever is scaled is scaled alike. */
    @Test
    @Tag("kube")
    void fastControllerFollowsTheForecast() {
        check(SharedPlane.api(), profiles(FAST, 1));
    }

    @Test
    @Tag("soak")
    void controllerAsItIsShippedFollowsTheForecast() {
        try (ControlPlane plane = ControlPlane.start()) {
            check(plane.api(), profiles(AS_SHIPPED, 5));
        }
    }

    /** It counts in whole percents and the model does not, so the profiles stay away from where that would show. */
    @Test
    void aPercentMoreOrLessDecidesNothing() {
        List<LoadProfile> all = new ArrayList<>(profiles(FAST, 1));
        all.addAll(profiles(AS_SHIPPED, 5));

        List<String> undecided = new ArrayList<>();
        for (LoadProfile profile : all) {
            Timeline exact = profile.replicas(profile.forecast());
            for (int percent : List.of(99, 101)) {
                Timeline other = profile.replicas(profile.forecast(percent));
                if (!other.equals(exact)) {
                    undecided.add(profile.name() + "\n  " + exact + "\n  " + percent + " %: " + other);
                }
            }
        }
        assertThat(undecided).isEmpty();
    }

    private static void check(Api api, List<LoadProfile> profiles) {
        ProfileRun run = ProfileRun.of(api, profiles);
        for (int i = 1; i < TRIES && run.isDisturbed(); i++) {
            run = ProfileRun.of(api, profiles);
        }

        assertThat(differences(run)).isEmpty();
        assertThat(run.played().values())
                .allSatisfy(played -> assertThat(played.seen().changes())
                        .as(played.profile().name())
                        .hasSizeGreaterThan(2));
        assertThat(waysOf(run, "-plain")).isNotEqualTo(waysOf(run, "-block"));
    }

    private static List<String> differences(ProfileRun run) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, ProfileRun.Played> entry : run.played().entrySet()) {
            Timeline forecast = entry.getValue().forecast();
            Timeline seen = entry.getValue().seen();
            double period = entry.getValue().profile().timing().syncSeconds();
            double end = entry.getValue().profile().durationSeconds() - period;
            double left = Math.max(seen.leaves(forecast, period, end), forecast.leaves(seen, period, end));
            if (left >= 0) {
                found.add(entry.getKey() + " parts at " + left + " s\n  forecast " + forecast + "\n  seen     " + seen);
            }
        }
        return found;
    }

    private static List<List<Integer>> waysOf(ProfileRun run, String kind) {
        return run.played().values().stream()
                .filter(played -> played.profile().name().endsWith(kind))
                .map(played -> played.forecast().changes().stream()
                        .map(Timeline.Change::replicas)
                        .toList())
                .toList();
    }

    private static List<LoadProfile> profiles(Timing timing, int slower) {
        int quick = 2 * slower;
        int slow = 7 * slower;
        List<LoadProfile> all = new ArrayList<>();
        for (Optional<Behavior> behavior : List.of(Optional.<Behavior>empty(), Optional.of(block(slower)))) {
            String kind = behavior.isPresent() ? "-block" : "-plain";
            List<Segment> step = steps(slower, 12, 55, 50, 510, 40, 55);
            List<Segment> stairs = steps(slower, 12, 22.5, 22, 115, 26, 350, 42, 575);
            List<Segment> spikes = steps(slower, 11, 65, 8, 420, 30, 65, 14, 465, 39, 50);
            List<Segment> overload = steps(slower, 13, 30, 35, 675, 54, 85);
            all.add(new LoadProfile("step" + kind, 2, 12, quick, step, timing, behavior));
            all.add(new LoadProfile("stairs" + kind, 1, 12, quick, stairs, timing, behavior));
            all.add(new LoadProfile("climb" + kind, 2, 12, quick, climb(slower), timing, behavior));
            all.add(new LoadProfile("spikes" + kind, 2, 10, quick, spikes, timing, behavior));
            all.add(new LoadProfile("overload" + kind, 1, 8, slow, overload, timing, behavior));
        }
        return all;
    }

    /** No period is a multiple of the controller's own: where a change is just as old as one, milliseconds would decide. */
    private static Behavior block(int slower) {
        return new Behavior(
                new Rules(0, Select.MAX, List.of(percent(100, 11 * slower), pods(2, 11 * slower))),
                new Rules(8 * slower, Select.MAX, List.of(pods(2, 8 * slower))));
    }

    /** Seconds and events per second by turns. */
    private static List<Segment> steps(int slower, double... secondsAndRates) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < secondsAndRates.length; i += 2) {
            segments.add(new Segment.Constant(secondsAndRates[i] * slower, secondsAndRates[i + 1]));
        }
        return segments;
    }

    private static List<Segment> climb(int slower) {
        return List.of(
                new Segment.Constant(10.0 * slower, 55),
                new Segment.Ramp(35.0 * slower, 55, 525, slower),
                new Segment.Constant(15.0 * slower, 525),
                new Segment.Ramp(28.0 * slower, 525, 55, slower),
                new Segment.Constant(14.0 * slower, 55));
    }

    private static Policy pods(int value, double seconds) {
        return new Policy(Policy.Kind.PODS, value, seconds);
    }

    private static Policy percent(int value, double seconds) {
        return new Policy(Policy.Kind.PERCENT, value, seconds);
    }
}
