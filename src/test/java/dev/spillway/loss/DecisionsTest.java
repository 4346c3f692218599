package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a forecast says about the limit that cost the events, with figures from the closed forms of the loss model, section 4.3. */
final class DecisionsTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;

    /** The excess is (1,380 - 1,000) * 120 = 45,600, and 10,000 find room. */
    @Test
    void aFullBufferSaysHowMuchRoomWouldDo() {
        var decision = only(burst(RetryWindow.custom(ENDLESS), 10_000), Admission.standard(1, 4));

        assertThat(decision.constraint()).isEqualTo(LossForecast.Constraint.SENDER_BUFFER);
        assertThat(decision.lostEvents()).isCloseTo(35_600, within(0.01));
        assertThat(decision.text())
                .isEqualTo(
                        "35,600 events of s find its send buffer of 10,000 events full. Nothing would be lost there with room "
                                + "for 45,600 events and a retry window of 45.6 s, or with 2 throughput units from the start.");
    }

    /** One partition lets in 1,000 a second however many units there are: 60,000 too many, 10,000 of them absorbed. */
    @Test
    void whereUnitsAreNotTheLimitNoNumberOfThemIsNamed() {
        var load = new Load(900, List.of(new Segment.Constant(60, 2_000), new Segment.Constant(600, 100)));
        var sender = new Sender("s", load, RetryWindow.custom(10), ENDLESS, Optional.empty());

        var decision = only(sender, Admission.standard(1, 1));

        assertThat(decision.text())
                .isEqualTo(
                        "50,000 events of s outlive its retry window of 10 s. Nothing would be lost there with a window of 60 s "
                                + "and room for 60,000 events; no number of throughput units up to 40 would do.");
    }

    @Test
    void theFewestUnitsThatAreEnoughAreNamed() {
        var load = new Load(900, List.of(new Segment.Constant(60, 39_500), new Segment.Constant(600, 100)));
        var most = new Sender("s", load, RetryWindow.custom(0), ENDLESS, Optional.empty());
        var more = new Sender(
                "s", Load.burst(600, 3_500, 0, 60, 600, 900), RetryWindow.custom(0), ENDLESS, Optional.empty());

        assertThat(only(most, Admission.standard(1, 100)).text()).contains("or with 40 throughput units");
        assertThat(only(more, Admission.standard(3, 100)).text()).contains("or with 4 throughput units");
        assertThat(only(more, Admission.standard(1, 100)).text()).contains("or with 4 throughput units");
    }

    @Test
    void whatWaitsWithoutBeingLostIsToldToo() {
        var decision = only(burst(RetryWindow.custom(60), ENDLESS), Admission.standard(1, 4));

        assertThat(decision.constraint()).isEqualTo(LossForecast.Constraint.NONE);
        assertThat(decision.text())
                .isEqualTo("Nothing is lost: at most 45,600 events wait for the namespace, none longer than 45.6 s.");
    }

    @Test
    void nothingThatWaitsIsToldToo() {
        var decision = only(burst(RetryWindow.custom(0), ENDLESS), Admission.standard(2, 4));

        assertThat(decision.text()).isEqualTo("Nothing is lost: no event ever waits for the namespace.");
    }

    /** Readers are away for two hours, and events are kept for one: 3,600 s of 300 events. */
    @Test
    void whatExpiresSaysHowLongItWouldHaveToBeKept() {
        assertThat(expiring(false).lostEvents()).isCloseTo(1_080_000, within(0.01));
        assertThat(expiring(false).text())
                .isEqualTo(
                        "1,080,000 events expire unread after 1 h. None would with a retention of 2 h, or with readers that "
                                + "keep up.");
    }

    @Test
    void whatCaptureHoldsIsNotLost() {
        assertThat(expiring(true).lostEvents()).isZero();
        assertThat(expiring(true).text())
                .startsWith("1,080,000 events expire unread after 1 h, and only Capture still holds them.");
    }

    /** A loop sleeps 7.6 s after a refusal, so 1,000 / 7.6 = 131.6 get through: fewer than the 600 that always come. */
    @Test
    void whoWaitsForEachSendIsToldThatItDoesNotRecover() {
        var decision = only(oneAtATime(Load.burst(600, 1_380, 0, 120, 3_600, 900)), Admission.standard(1, 4));

        assertThat(decision.constraint()).isEqualTo(LossForecast.Constraint.ONE_SEND_AT_A_TIME);
        assertThat(decision.text())
                .isEqualTo(
                        "s waits for each send: a refusal puts it to sleep for 7.6 s, in which the broker saves up 1 s of "
                                + "capacity, so that 131.6 of 1,000 events per second get through while it is throttled. It does not "
                                + "recover: its lowest load of 600 events per second is not below that. Sends under way side by side "
                                + "would use all of the capacity.");
    }

    @Test
    void whoWaitsForEachSendIsToldHowFastItRecovers() {
        var decision = only(oneAtATime(Load.burst(31.6, 1_380, 0, 12, 3_600, 900)), Admission.standard(1, 4));

        assertThat(decision.text()).contains("It recovers at 100 events per second once its load is back at 31.6.");
    }

    @Test
    void whoWaitsForEachSendAndIsNeverRefusedIsNoCase() {
        var decision = only(oneAtATime(Load.burst(31.6, 900, 0, 12, 3_600, 900)), Admission.standard(1, 4));

        assertThat(decision.constraint()).isEqualTo(LossForecast.Constraint.NONE);
    }

    private static Sender oneAtATime(Load load) {
        return new Sender(
                "s",
                load,
                Incident.DOTNET_DEFAULT,
                ENDLESS,
                Optional.empty(),
                Sending.STANDARD.withManner(Sending.Manner.ONE_IN_FLIGHT));
    }

    private static LossForecast.Decision expiring(boolean captured) {
        var load = new Load(900, List.of(new Segment.Constant(14_400, 300)));
        var sender = new Sender("s", load, RetryWindow.custom(30), ENDLESS, Optional.empty());
        var readers = Consumers.of(200, new Scaling.Fixed(4));
        var figures = PipelineFigures.of(List.of(sender), Admission.standard(1, 8))
                .withReading(new Reading(3_600, captured, 1, readers))
                .withFaults(List.of(new Fault.ConsumerOutage(3_600, 7_200)), DisasterRecovery.NONE);
        return only(figures);
    }

    private static Sender burst(RetryWindow window, double buffer) {
        return new Sender("s", Load.burst(600, 1_380, 0, 120, 3_600, 900), window, buffer, Optional.empty());
    }

    private static LossForecast.Decision only(Sender sender, Admission admission) {
        return only(PipelineFigures.of(List.of(sender), admission));
    }

    private static LossForecast.Decision only(PipelineFigures figures) {
        var decisions = LossModel.forecast(figures).decidedBy();
        assertThat(decisions).hasSize(1);
        return decisions.get(0);
    }
}
