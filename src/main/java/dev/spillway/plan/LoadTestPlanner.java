package dev.spillway.plan;

import dev.spillway.model.LoadProfile;
import dev.spillway.model.MonitoringSpec;
import dev.spillway.plan.LoadTestPlan.HubTest;
import dev.spillway.plan.LoadTestPlan.Phase;
import dev.spillway.units.Seconds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans the load tests of a stack: baseline, ramp, hold and back, as declared; and where the declared load climbs slowly, once
 * more without the climb.
 */
public final class LoadTestPlanner {
    private static final double LONGEST_QUIET_SECONDS = 300;
    private static final double LONGEST_REST_SECONDS = 120;
    private static final double SPIKE_SECONDS = 60;
    private static final double END_SECONDS = 30;
    private static final double REQUESTS_PER_SECOND = 20;
    private static final long MOST_REQUEST_BYTES = 200_000;
    private static final List<Integer> BATCHES = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500);

    private LoadTestPlanner() {}

    /**
     * One test for each namespace with a declared load.
     *
     * @param shorten divides all times, for a quick trial; 1 for the declared ones
     */
    public static List<LoadTestPlan> plan(StackPlan stack, double shorten) {
        Planned<java.time.Duration> patience = MonitoringPlanner.plan(
                        stack.spec().monitoring().orElseGet(() -> MonitoringSpec.telling(List.of())),
                        Monitored.of(stack))
                .sendP99();
        return stack.namespaces().stream()
                // Where no rate of a unit is known nothing can be forecast, and so nothing be tested.
                .filter(namespace -> PlannedFigures.admission(namespace).isPresent())
                .map(namespace ->
                        new LoadTestPlan(stack.spec().name(), namespace, hubs(stack, namespace, shorten), patience))
                .filter(test -> !test.hubs().isEmpty())
                .toList();
    }

    private static List<HubTest> hubs(StackPlan stack, NamespacePlan namespace, double shorten) {
        List<HubTest> tests = new ArrayList<>();
        for (HubPlan hub : namespace.hubs()) {
            load(stack, namespace, hub)
                    .filter(load -> load.peak().perSecond() > 0)
                    .ifPresent(load -> tests.add(test(hub, load, shorten)));
        }
        return tests;
    }

    /** Of all its declared senders together. */
    private static Optional<LoadProfile> load(StackPlan stack, NamespacePlan namespace, HubPlan hub) {
        return Monitored.of(stack).workloadsOf(namespace).stream()
                .filter(workload -> workload.spec().hub().hub().equals(hub.name()))
                .flatMap(workload -> workload.share().stream())
                .reduce(LoadProfile::plus);
    }

    private static HubTest test(HubPlan hub, LoadProfile load, double shorten) {
        double baseline = load.baseline().perSecond();
        double peak = load.peak().perSecond();
        double ramp = Seconds.of(load.ramp());
        double hold = Seconds.of(load.peakHold());
        double quiet = Seconds.of(load.window()) / 2;
        List<Phase> phases = new ArrayList<>();
        add(phases, shorten, new Phase("baseline", Math.min(quiet, LONGEST_QUIET_SECONDS), baseline, baseline));
        add(phases, shorten, new Phase("ramp", ramp, baseline, peak));
        add(phases, shorten, new Phase("hold", hold, peak, peak));
        add(
                phases,
                shorten,
                new Phase("rest", Math.min(quiet - ramp - hold, LONGEST_REST_SECONDS), baseline, baseline));
        if (ramp > 0) {
            add(phases, shorten, new Phase("spike", Math.min(hold, SPIKE_SECONDS), peak, peak));
            add(phases, shorten, new Phase("end", END_SECONDS, baseline, baseline));
        }
        int bytes = Math.toIntExact(load.averageEvent().count());
        return new HubTest(hub.name(), phases, bytes, eventsPerRequest(peak, bytes));
    }

    private static void add(List<Phase> phases, double shorten, Phase phase) {
        if (phase.seconds() > 0) {
            phases.add(new Phase(phase.name(), phase.seconds() / shorten, phase.from(), phase.to()));
        }
    }

    /** So many that the load generator has some twenty requests a second to make and not thousands. */
    private static int eventsPerRequest(double peak, int bytes) {
        int best = 1;
        for (int batch : BATCHES) {
            if ((long) batch * bytes > MOST_REQUEST_BYTES) {
                return best;
            }
            best = batch;
            if (peak / batch <= REQUESTS_PER_SECOND) {
                return best;
            }
        }
        return best;
    }
}
