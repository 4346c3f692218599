package dev.spillway.loss;

/** The pods of one sender: a patient queue with as many servers as pods are ready. */
final class SenderTier {
    private final SenderPods settings;
    private final FifoRoom room;
    private final ScaledPods pods;

    SenderTier(SenderPods settings, double hpaSyncPeriodSeconds) {
        this.settings = settings;
        this.room = new FifoRoom(settings.upstreamTimeoutSeconds(), 0);
        this.pods = new ScaledPods(settings.scaling(), settings.start(), hpaSyncPeriodSeconds);
    }

    FifoRoom room() {
        return room;
    }

    ScaledPods pods() {
        return pods;
    }

    void settle(double nowSeconds, double offeredEventsPerSecond) {
        room.limitTo(room(pods.readyPods(), settings.bufferedEventsPerPod()));
        double capacity = pods.readyPods() * settings.podEventsPerSecond();
        room.settle(nowSeconds, offeredEventsPerSecond, capacity);
        pods.work(room.rates().served(), capacity, nowSeconds);
    }

    double nextChangeSeconds(double nowSeconds) {
        return Math.min(pods.nextChangeSeconds(), nowSeconds + room.secondsToChange(nowSeconds));
    }

    /** Without any ready pod nothing is held, even where a pod would hold everything. */
    private static double room(int readyPods, double bufferedEventsPerPod) {
        return readyPods == 0 ? 0 : readyPods * bufferedEventsPerPod;
    }
}
