package dev.spillway.loss;

import dev.spillway.facts.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;

/** Pipelines by chance, of every kind that the model knows; the same seed gives the same one. */
final class RandomPipelines {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    private final Random random;

    RandomPipelines(long seed) {
        this.random = new Random(seed);
    }

    PipelineFigures next() {
        var segments = new ArrayList<Segment>();
        double peak = 800 + random.nextInt(3_000);
        int count = 3 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            double rate = one(8) ? 0 : peak * random.nextDouble();
            segments.add(new Segment.Constant(30 + random.nextInt(150), rate));
        }
        var load = new Load(400 + random.nextInt(2_000), segments);
        var sender = new Sender("random", load, window(), buffer(), one(3) ? Optional.empty() : Optional.of(pods()));
        return new PipelineFigures(
                List.of(sender), admission(), 1, 86_400, 15, Optional.of(reading()), faults(), recovery());
    }

    private RetryWindow window() {
        return RetryWindow.custom(one(5) ? ENDLESS : one(8) ? 0 : 1 + random.nextInt(90));
    }

    private double buffer() {
        return one(2) ? ENDLESS : 2_000 + random.nextInt(60_000);
    }

    private SenderPods pods() {
        double timeout = one(2) ? ENDLESS : 5 + random.nextInt(30);
        return new SenderPods(
                400 + random.nextInt(900), 3_000 + random.nextInt(40_000), timeout, start(), scaling(false));
    }

    private PodStart start() {
        double slots = one(3) ? random.nextInt(3) : ENDLESS;
        return new PodStart(5 + random.nextInt(60), slots, 1 + random.nextInt(3), 40 + random.nextInt(60), 10);
    }

    private Scaling scaling(boolean mayUseLag) {
        int fewest = 1 + random.nextInt(3);
        int most = fewest + 1 + random.nextInt(5);
        if (one(3)) {
            return new Scaling.Fixed(fewest);
        }
        var calm = new Behavior.Rules(
                15 * random.nextInt(8),
                Behavior.Select.MAX,
                List.of(new Behavior.Policy(Behavior.Policy.Kind.PERCENT, 100, 15)));
        var behavior = new Behavior(
                one(3)
                        ? new Behavior.Rules(
                                15 * random.nextInt(3),
                                Behavior.Select.MAX,
                                List.of(new Behavior.Policy(Behavior.Policy.Kind.PODS, 1, 60)))
                        : Behavior.documented().scaleUp(),
                calm);
        if (mayUseLag && one(2)) {
            return new Scaling.LagAutoscaling(fewest, most, 500 + random.nextInt(9_000), 0.1, behavior);
        }
        return Scaling.CpuAutoscaling.of(fewest, most, 40 + random.nextInt(50)).withBehavior(behavior);
    }

    private Admission admission() {
        int partitions = 1 + random.nextInt(9);
        int units = 1 + random.nextInt(3);
        var hot =
                partitions > 1 && one(4) ? OptionalDouble.of(0.1 + 0.6 * random.nextDouble()) : OptionalDouble.empty();
        boolean premium = one(6);
        boolean inflates = !premium && one(3);
        return new Admission(
                premium ? Tier.PREMIUM : Tier.STANDARD,
                units,
                inflates,
                units + 1 + random.nextInt(3),
                20 + random.nextInt(60),
                1 + random.nextInt(2),
                one(4) ? random.nextInt(500) : 0,
                partitions,
                hot,
                premium ? ENDLESS : 1_000,
                premium ? ENDLESS : 1,
                premium ? OptionalDouble.of(0.5 + random.nextDouble()) : OptionalDouble.empty());
    }

    private Reading reading() {
        var consumers = new Consumers(
                150 + random.nextInt(900),
                one(3) ? 100 + random.nextInt(500) : ENDLESS,
                start(),
                scaling(true),
                new Consumers.Balancing(
                        one(3) ? Consumers.Strategy.GREEDY : Consumers.Strategy.BALANCED,
                        5 + random.nextInt(15),
                        random.nextInt(4)),
                new Consumers.Checkpoints(5 + random.nextInt(20), !one(3)));
        double retention = one(2) ? 86_400 : 60 + random.nextInt(400);
        return new Reading(retention, one(3), 1 + random.nextInt(4), consumers);
    }

    private List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (one(3)) {
            faults.add(new Fault.ConsumerOutage(random.nextInt(400), 20 + random.nextInt(300)));
        }
        if (one(4)) {
            faults.add(new Fault.RegionOutage(30 + random.nextInt(300), 50 + random.nextInt(200)));
        }
        return faults;
    }

    private DisasterRecovery recovery() {
        var strategies = DisasterRecovery.Strategy.values();
        return new DisasterRecovery(
                strategies[random.nextInt(strategies.length)],
                random.nextInt(30),
                20 + random.nextInt(80),
                random.nextInt(40),
                one(3) ? OptionalInt.of(1 + random.nextInt(4)) : OptionalInt.empty());
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }
}
