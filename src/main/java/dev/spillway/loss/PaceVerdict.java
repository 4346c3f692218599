package dev.spillway.loss;

/** Says of a sender that waits for each send how slow it gets, and whether it ever gets out of that. */
final class PaceVerdict {
    private PaceVerdict() {}

    static LossForecast.Decision of(SenderRun run, OneAtATime pace, double capacityEventsPerSecond, int links) {
        Sender sender = run.sender();
        double throttled = pace.throttledEventsPerSecond(capacityEventsPerSecond, links);
        double base = baseEventsPerSecond(sender);
        String verdict = base >= throttled
                ? Wording.sentence(
                        "It does not recover: its lowest load of %s events per second is not below that.",
                        Wording.number(base))
                : Wording.sentence(
                        "It recovers at %s events per second once its load is back at %s.",
                        Wording.number(throttled - base), Wording.number(base));
        return new LossForecast.Decision(
                LossForecast.Constraint.ONE_SEND_AT_A_TIME,
                run.lostAtDoor(),
                Wording.sentence(
                        "%s waits for each send: a refusal puts it to sleep for %s s, in which the broker saves up %s s of capacity, so that %s of %s events per second get through while it is throttled. %s Sends under way side by side would use all of the capacity.",
                        sender.name(),
                        Wording.number(pace.firstWaitSeconds()),
                        Wording.number(pace.bucketDepthSeconds()),
                        Wording.number(throttled),
                        Wording.number(capacityEventsPerSecond),
                        verdict));
    }

    private static double baseEventsPerSecond(Sender sender) {
        return sender.load().steps().stream()
                .mapToDouble(RateStep::eventsPerSecond)
                .min()
                .orElse(0);
    }
}
