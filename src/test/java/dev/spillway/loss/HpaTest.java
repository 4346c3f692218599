package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One autoscaler, sync by sync, and which of its syncs may be skipped: the loss model, section 6.1. */
final class HpaTest {
    private static final double SYNC_SECONDS = 15;

    private final PodUsage usage = new PodUsage();

    @Test
    void withoutAWholeMetricWindowNothingIsDecided() {
        var hpa = new Hpa(Scaling.CpuAutoscaling.of(1, 10, 80), SYNC_SECONDS);
        var fleet = new PodFleet(1, PodStart.after(60));
        usage.changesTo(100, 100, 0);

        assertThat(hpa.nextSyncSeconds()).isEqualTo(15);
        assertThat(hpa.sync(15, fleet, usage, 0)).isEqualTo(1);
        assertThat(hpa.nextSyncSeconds()).isEqualTo(30);
        assertThat(hpa.sync(30, fleet, usage, 0)).isEqualTo(2);
    }

    @Test
    void whoIsContentSleepsUntilTheMetricChanges() {
        var hpa = new Hpa(Scaling.CpuAutoscaling.of(1, 10, 80), SYNC_SECONDS);
        var fleet = new PodFleet(3, PodStart.after(60));
        usage.changesTo(240, 300, 0);

        assertThat(hpa.sync(30, fleet, usage, 0)).isEqualTo(3);
        assertThat(hpa.nextSyncSeconds()).isInfinite();

        hpa.wake(607);
        assertThat(hpa.nextSyncSeconds()).isEqualTo(615);
    }

    @Test
    void aChangeAtASyncIsForTheNextOne() {
        var hpa = new Hpa(Scaling.CpuAutoscaling.of(1, 10, 80), SYNC_SECONDS);
        usage.changesTo(240, 300, 0);
        hpa.sync(30, new PodFleet(3, PodStart.after(60)), usage, 0);

        hpa.wake(600);

        assertThat(hpa.nextSyncSeconds()).isEqualTo(615);
    }

    /** The metric is at its target until 600 s; the last sync that saw that was at 600 s, so three pods stay until 900 s. */
    @Test
    void fiveMinutesOfCalmCountFromTheLastBusySyncEvenIfItWasSkipped() {
        var fresh = new Scaling.CpuAutoscaling(1, 10, 80, 100, 0.1, 0, 15, Behavior.documented());
        var hpa = new Hpa(fresh, SYNC_SECONDS);
        var fleet = new PodFleet(3, PodStart.after(60));
        usage.changesTo(240, 300, 0);
        hpa.sync(15, fleet, usage, 0);

        usage.changesTo(30, 300, 600);
        hpa.wake(600);

        for (double now = 615; now < 900; now += 15) {
            assertThat(hpa.sync(now, fleet, usage, 0)).as("at %s s", now).isEqualTo(3);
        }
        assertThat(hpa.sync(900, fleet, usage, 0)).isEqualTo(1);
    }

    /** One pod a minute: each step counts against the policy for its period. */
    @Test
    void aPolicyHoldsBackForItsWholePeriod() {
        var slow = new Behavior(
                new Behavior.Rules(
                        0, Behavior.Select.MAX, List.of(new Behavior.Policy(Behavior.Policy.Kind.PODS, 1, 60))),
                Behavior.documented().scaleDown());
        var hpa = new Hpa(Scaling.CpuAutoscaling.of(1, 10, 10).withBehavior(slow), SYNC_SECONDS);
        var fleet = new PodFleet(1, PodStart.after(0));
        usage.changesTo(100, 100, 0);

        assertThat(hpa.sync(30, fleet, usage, 0)).isEqualTo(2);
        fleet.scaleTo(2, 30);
        assertThat(hpa.sync(45, fleet, usage, 0)).isEqualTo(2);
        assertThat(hpa.sync(75, fleet, usage, 0)).isEqualTo(2);
        assertThat(hpa.sync(90, fleet, usage, 0)).isEqualTo(3);
    }

    @Test
    void anAutoscalerOnLagSleepsOnlyWhereNothingWaits() {
        var lag = new Scaling.LagAutoscaling(1, 10, 64, 0.1, Behavior.documented());
        var fleet = new PodFleet(1, PodStart.after(0));
        var idle = new Hpa(lag, SYNC_SECONDS);
        var busy = new Hpa(lag, SYNC_SECONDS);

        assertThat(idle.sync(15, fleet, usage, 0)).isEqualTo(1);
        assertThat(busy.sync(15, fleet, usage, 64)).isEqualTo(1);

        assertThat(idle.nextSyncSeconds()).isInfinite();
        assertThat(busy.nextSyncSeconds()).isEqualTo(30);
        assertThat(busy.sync(30, fleet, usage, 200)).isEqualTo(4);
    }
}
