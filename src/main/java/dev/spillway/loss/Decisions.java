package dev.spillway.loss;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Says which limits cost events, and what each would have to be to cost none; every figure in it comes from a run. */
final class Decisions {
    private static final double NOTHING_EVENTS = 1e-6;
    private static final double SECONDS_PER_HOUR = 3_600;

    private final PipelineFigures figures;
    private final Run run;

    private Decisions(PipelineFigures figures, Run run) {
        this.figures = figures;
        this.run = run;
    }

    static List<LossForecast.Decision> of(PipelineFigures figures, Run run) {
        return new Decisions(figures, run).list();
    }

    private List<LossForecast.Decision> list() {
        var decisions = new ArrayList<LossForecast.Decision>();
        if (run.sum(SenderRun::lostAtDoor) > NOTHING_EVENTS) {
            addDoor(decisions);
        }
        addPaces(decisions);
        if (run.sum(SenderRun::lostInPods) > NOTHING_EVENTS) {
            addPods(decisions);
        }
        if (run.read(ReaderRun::expiredEvents) > NOTHING_EVENTS) {
            decisions.add(retention());
        }
        if (decisions.isEmpty()) {
            decisions.add(nothing());
        }
        decisions.sort(
                Comparator.comparingDouble(LossForecast.Decision::lostEvents).reversed());
        return List.copyOf(decisions);
    }

    private void addDoor(List<LossForecast.Decision> decisions) {
        Run endless = Simulation.run(figures.upstream()
                .withSenders(figures.senders().stream()
                        .map(Sender::withEndlessClient)
                        .toList()));
        String units = units();
        for (int i = 0; i < run.senders().size(); i++) {
            SenderRun sender = run.senders().get(i);
            SenderRun patient = endless.senders().get(i);
            if (OneAtATime.of(sender.sender()).isPresent()) {
                continue;
            }
            if (sender.outlivedEvents() > NOTHING_EVENTS) {
                decisions.add(
                        Runs.retriesByLink(sender.sender())
                                ? links(sender, patient, units)
                                : window(sender, patient, units));
            }
            if (sender.overflowEvents() > NOTHING_EVENTS) {
                decisions.add(buffer(sender, patient, units));
            }
        }
    }

    private void addPaces(List<LossForecast.Decision> decisions) {
        double capacity = figures.admission().eventsPerSecond(run.throughputUnits(), figures.averageEventBytes());
        for (SenderRun sender : run.senders()) {
            if (sender.peakRetryEvents() > 0 || sender.lostAtDoor() > NOTHING_EVENTS) {
                int links = sender.sender().sending().links(sender.mostPods().orElse(1));
                OneAtATime.of(sender.sender())
                        .ifPresent(pace -> decisions.add(PaceVerdict.of(sender, pace, capacity, links)));
            }
        }
    }

    private void addPods(List<LossForecast.Decision> decisions) {
        Run endless = Simulation.run(figures.upstream()
                .withSenders(figures.senders().stream()
                        .map(Sender::withEndlessPodQueue)
                        .toList()));
        for (int i = 0; i < run.senders().size(); i++) {
            SenderRun sender = run.senders().get(i);
            if (sender.lostInPods() > NOTHING_EVENTS) {
                decisions.add(podQueue(sender, endless.senders().get(i)));
            }
        }
    }

    private static LossForecast.Decision window(SenderRun sender, SenderRun patient, String units) {
        return new LossForecast.Decision(
                LossForecast.Constraint.RETRY_WINDOW,
                sender.outlivedEvents(),
                Wording.sentence(
                        "%s events of %s outlive its retry window of %s s. Nothing would be lost there with a window of %s s and room for %s events%s.",
                        Wording.number(sender.outlivedEvents()),
                        sender.sender().name(),
                        Wording.number(sender.sender().window().simulatedSeconds()),
                        Wording.enough(patient.longestRetryWaitSeconds()),
                        Wording.enough(patient.peakRetryEvents()),
                        units));
    }

    private static LossForecast.Decision links(SenderRun sender, SenderRun patient, String units) {
        RetryWindow window = sender.sender().window();
        return new LossForecast.Decision(
                LossForecast.Constraint.RETRY_WINDOW,
                sender.outlivedEvents(),
                Wording.sentence(
                        "%s events of %s are given up: each of its sends retries on its own, for %s s at least and %s s at most. In order, the longest would wait %s s; retries that are sure to go on for twice as long, with room for %s events, are enough by experience%s.",
                        Wording.number(sender.outlivedEvents()),
                        sender.sender().name(),
                        Wording.number(window.guaranteedSeconds()),
                        Wording.number(window.longestSeconds()),
                        Wording.enough(patient.longestRetryWaitSeconds()),
                        Wording.enough(patient.peakRetryEvents()),
                        units));
    }

    private static LossForecast.Decision buffer(SenderRun sender, SenderRun patient, String units) {
        return new LossForecast.Decision(
                LossForecast.Constraint.SENDER_BUFFER,
                sender.overflowEvents(),
                Wording.sentence(
                        "%s events of %s find its send buffer of %s events full. Nothing would be lost there with room for %s events and a retry window of %s s%s.",
                        Wording.number(sender.overflowEvents()),
                        sender.sender().name(),
                        Wording.number(sender.sender().bufferedEventsLimit()),
                        Wording.enough(patient.peakRetryEvents()),
                        Wording.enough(patient.longestRetryWaitSeconds()),
                        units));
    }

    private static LossForecast.Decision podQueue(SenderRun sender, SenderRun roomy) {
        SenderPods pods = sender.sender().pods().orElseThrow();
        double peak = sender.sender().load().peakEventsPerSecond();
        return new LossForecast.Decision(
                LossForecast.Constraint.SENDER_POD_QUEUE,
                sender.lostInPods(),
                Wording.sentence(
                        "%s events are lost inside the pods of %s (room for %s events, upstream timeout %s s, %s events per second each). Nothing would be lost there with room for %s events in all pods together and an upstream timeout that waits for them, or with %s pods ready when the burst begins.",
                        Wording.number(sender.lostInPods()),
                        sender.sender().name(),
                        Wording.number(pods.bufferedEventsPerPod()),
                        Wording.number(pods.upstreamTimeoutSeconds()),
                        Wording.number(pods.podEventsPerSecond()),
                        Wording.enough(roomy.peakTierEvents()),
                        Wording.number(Math.ceil(peak / pods.podEventsPerSecond()))));
    }

    private LossForecast.Decision retention() {
        Reading reading = figures.reading().orElseThrow();
        double expired = run.read(ReaderRun::expiredEvents);
        Run kept = Simulation.run(figures.withReading(reading.keptFor(Double.POSITIVE_INFINITY)));
        return new LossForecast.Decision(
                LossForecast.Constraint.RETENTION,
                reading.captureEnabled() ? 0 : expired,
                Wording.sentence(
                        "%s events expire unread after %s h%s. None would with a retention of %s h, or with readers that keep up.",
                        Wording.number(expired),
                        Wording.number(reading.retentionHours()),
                        reading.captureEnabled() ? ", and only Capture still holds them" : "",
                        Wording.enough(kept.read(ReaderRun::longestUnreadSeconds) / SECONDS_PER_HOUR)));
    }

    private LossForecast.Decision nothing() {
        String text = run.recorder().peakRetryEvents() == 0
                ? "Nothing is lost: no event ever waits for the namespace."
                : Wording.sentence(
                        "Nothing is lost: at most %s events wait for the namespace, none longer than %s s.",
                        Wording.number(run.recorder().peakRetryEvents()),
                        Wording.enough(run.longestRetryWaitSeconds()));
        return new LossForecast.Decision(LossForecast.Constraint.NONE, 0, text);
    }

    private String units() {
        OptionalInt enough = enoughUnits();
        return enough.isPresent()
                ? ", or with " + enough.getAsInt() + " throughput units from the start"
                : "; no number of throughput units up to " + Admission.MOST_UNITS + " would do";
    }

    /** By halving, since with auto-inflate off more units never lose more. */
    private OptionalInt enoughUnits() {
        int low = figures.admission().throughputUnits();
        int high = Admission.MOST_UNITS + 1;
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (isEnough(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high <= Admission.MOST_UNITS ? OptionalInt.of(high) : OptionalInt.empty();
    }

    private boolean isEnough(int units) {
        Run other =
                Runs.of(figures.upstream().withAdmission(figures.admission().withFixedUnits(units)), LinkEffort.QUICK);
        return other.sum(SenderRun::lostAtDoor) <= NOTHING_EVENTS;
    }
}
