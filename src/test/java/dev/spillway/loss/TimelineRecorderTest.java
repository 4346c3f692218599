package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A timeline that stays small and keeps its peaks. */
final class TimelineRecorderTest {
    private final TimelineRecorder recorder = new TimelineRecorder();

    @Test
    void aPointOnTheLineIsLeftOutAndTheEndStands() {
        recorder.note(point(0, 5, 0, 0), 0);
        recorder.note(point(1, 5, 3, 0), 0);
        recorder.note(point(2, 6, 4, 0), 0);
        recorder.note(point(3, 6, 5, 0), 7);
        recorder.noteEnd(point(4, 6, 5, 0));
        recorder.noteEnd(point(4, 6, 5, 0));

        assertThat(recorder.thinned())
                .extracting(LossForecast.TimelinePoint::atSeconds)
                .containsExactly(0.0, 2.0, 3.0, 4.0);
    }

    @Test
    void threeHundredPointsAreNotTooMany() {
        for (int i = 0; i < 300; i++) {
            recorder.note(point(i, i, 0, 0), 0);
        }

        assertThat(recorder.thinned()).hasSize(300);
    }

    /** 14,901 points are 149 groups of 100: of each its first point and its highest. */
    @Test
    void ofEachGroupTheFirstAndTheHighestPointStay() {
        for (int i = 0; i <= 14_900; i++) {
            boolean waits = i % 100 == 37;
            boolean unread = i % 100 == 73 && i >= 100;
            recorder.note(point(i, i, waits ? 5 : 1, unread ? 9 : 0), 0);
        }

        var thinned = recorder.thinned();

        assertThat(thinned).hasSize(2 * 149 + 1);
        assertThat(thinned)
                .extracting(LossForecast.TimelinePoint::atSeconds)
                .startsWith(0.0, 37.0, 100.0, 173.0, 200.0, 273.0)
                .endsWith(14_800.0, 14_873.0, 14_900.0);
    }

    @Test
    void whereAGroupBeginsAtItsHeightOnePointIsEnough() {
        for (int i = 0; i <= 14_900; i++) {
            recorder.note(point(i, i, 1, 0), 0);
        }

        assertThat(recorder.thinned()).hasSize(149 + 1);
    }

    @Test
    void theTimelineOfARunEndsWithTheRun() {
        var load = new Load(900, List.of(new Segment.Constant(10, 5)));
        var sender = new Sender("s", load, RetryWindow.custom(0), 0, Optional.empty());

        var forecast = LossModel.forecast(PipelineFigures.of(List.of(sender), Admission.standard(1, 1)));

        assertThat(forecast.timeline().get(forecast.timeline().size() - 1).atSeconds())
                .isEqualTo(forecast.endOfRunSeconds())
                .isEqualTo(10);
    }

    private static LossForecast.TimelinePoint point(double at, double offered, double waiting, double unread) {
        return new LossForecast.TimelinePoint(at, offered, 0, 0, waiting, 0, 0, 0, 0, unread, 0);
    }
}
