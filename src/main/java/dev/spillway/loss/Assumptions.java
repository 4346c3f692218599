package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a forecast takes for granted, as sentences that stand beside its numbers. */
final class Assumptions {
    private Assumptions() {}

    static List<String> of(PipelineFigures figures, Optional<Band> band) {
        var sentences = new ArrayList<String>();
        if (figures.senders().stream().noneMatch(Runs::retriesByLink)) {
            sentences.add(
                    "Lost events are \"at least\": retries in first-in, first-out order are the best a window can do.");
        }
        sentences.add("Rates are means: a burst inside a second throttles although the mean fits.");
        sentences.add("Consumers are ample in this version: what is accepted counts as delivered.");
        sentences.add(Wording.sentence(
                "One unit lets in %s events or %s MB per second, and 1 MB is 10^6 bytes.",
                Wording.number(Admission.EVENTS_PER_SECOND_PER_UNIT),
                Wording.number(Admission.MEGABYTES_PER_SECOND_PER_UNIT)));
        addPartitions(figures, sentences);
        addInflate(figures.admission(), sentences);
        addMixedSizes(figures, sentences);
        figures.senders().forEach(sender -> addSender(sender, sentences));
        band.ifPresent(known -> sentences.add(known.sentence()));
        return List.copyOf(sentences);
    }

    private static void addPartitions(PipelineFigures figures, List<String> sentences) {
        double perSecond = figures.admission().partitionsEventsPerSecond(figures.averageEventBytes());
        if (Double.isFinite(perSecond)) {
            sentences.add(Wording.sentence(
                    "The load is even over %s partitions, which let in %s events per second together.",
                    figures.admission().partitionCount(), Wording.number(perSecond)));
        }
    }

    private static void addInflate(Admission admission, List<String> sentences) {
        if (admission.autoInflate()) {
            sentences.add(Wording.sentence(
                    "Auto-inflate adds %s unit(s) after %s s of throttling, up to %s: an assumption, no figure is published.",
                    admission.autoInflateStepUnits(),
                    Wording.number(admission.autoInflateReactionSeconds()),
                    admission.maximumThroughputUnits()));
        }
    }

    private static void addMixedSizes(PipelineFigures figures, List<String> sentences) {
        long sizes = figures.senders().stream()
                .mapToDouble(sender -> sender.load().averageEventBytes())
                .distinct()
                .count();
        if (sizes > 1) {
            sentences.add(Wording.sentence(
                    "The byte limit uses the mean size over all senders, %s bytes.",
                    Wording.number(figures.averageEventBytes())));
        }
    }

    private static void addSender(Sender sender, List<String> sentences) {
        RetryWindow window = sender.window();
        sentences.add(Wording.sentence(
                "The %s window of %s is used for %s: %s s.",
                window.estimate().key(),
                window.library().title(),
                sender.name(),
                Wording.number(window.simulatedSeconds())));
        sentences.add(range(sender));
        if (sender.pods().isPresent()) {
            sentences.add(Wording.sentence(
                    "A pod of %s sends %s events per second whatever it waits for, and a new one always finds a node.",
                    sender.name(), Wording.number(sender.pods().get().podEventsPerSecond())));
        }
    }

    private static String range(Sender sender) {
        RetryWindow window = sender.window();
        if (Runs.retriesByLink(sender)) {
            return Wording.sentence(
                    "%s retries every send on its own and counts refusals per link: simulated send by send, the median of %s seeded runs (best), over %s with %s event(s) a send and a bucket of %s s, between the longest window of %s s in order (low) and no retry at all (high).",
                    sender.name(),
                    LinkEffort.FULL.seeds(),
                    links(sender),
                    Wording.number(sender.sending().eventsPerSend()),
                    Wording.number(sender.sending().bucketDepthSeconds()),
                    Wording.number(window.longestSeconds()));
        }
        return window.sendsAreIndependent()
                ? Wording.sentence(
                        "%s retries every send on its own, so up to what no retry at all would lose (high) may be lost.",
                        sender.name())
                : Wording.sentence(
                        "%s never retries, never gives up, or waits in order, so its loss has no range.",
                        sender.name());
    }

    private static String links(Sender sender) {
        var given = sender.sending().linksPerNamespace();
        if (given.isPresent()) {
            return given.getAsInt() + " link(s)";
        }
        return sender.pods().isPresent() ? "one link a ready pod" : "1 link";
    }
}
