package dev.spillway.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a forecast takes for granted, as sentences that stand beside its numbers. */
final class Assumptions {
    private static final double PERCENT = 100;

    private Assumptions() {}

    static List<String> of(PipelineFigures figures, Optional<Band> band) {
        var sentences = new ArrayList<String>();
        if (figures.senders().stream().noneMatch(Runs::retriesByLink)) {
            sentences.add(
                    "Lost events are \"at least\": retries in first-in, first-out order are the best a window can do.");
        }
        sentences.add("Rates are means: a burst inside a second throttles although the mean fits.");
        figures.reading()
                .ifPresentOrElse(
                        reading -> addReading(reading, sentences),
                        () -> sentences.add(
                                "Consumers are taken to be ample, since it is not known how fast they read: what is accepted counts as delivered."));
        addUnits(figures.admission(), sentences);
        addPartitions(figures, sentences);
        addInflate(figures.admission(), sentences);
        addFaults(figures, sentences);
        addMixedSizes(figures, sentences);
        figures.senders().forEach(sender -> addSender(sender, sentences));
        band.ifPresent(known -> sentences.add(known.sentence()));
        return List.copyOf(sentences);
    }

    private static void addReading(Reading reading, List<String> sentences) {
        Consumers consumers = reading.consumers();
        sentences.add(Wording.sentence(
                "One consumer group is followed: a pod reads %s events per second whatever it does with them, and events are kept for %s h%s.",
                Wording.number(consumers.podEventsPerSecond()),
                Wording.number(reading.retentionHours()),
                reading.captureEnabled() ? ", by Capture for longer" : ""));
        if (consumers.scaling() instanceof Scaling.Autoscaling) {
            sentences.add(Wording.sentence(
                    "New readers are ready after %s s, look every %s s at who owns which partition (%s), and a partition is not read for %s s when it changes hands.",
                    Wording.number(consumers.start().podStartSeconds()),
                    Wording.number(consumers.balancing().intervalSeconds()),
                    consumers.balancing().strategy().key(),
                    Wording.number(consumers.balancing().handoverPauseSeconds())));
        }
    }

    private static void addPartitions(PipelineFigures figures, List<String> sentences) {
        Admission admission = figures.admission();
        double perSecond = admission.partitionEventsPerSecond(figures.averageEventBytes());
        if (admission.hotPartitionShare().isPresent()) {
            sentences.add(Wording.sentence(
                    "One of %s partitions gets %s %% of all events; each lets in %s events per second.",
                    admission.partitionCount(),
                    Wording.number(PERCENT * admission.hotPartitionShare().getAsDouble()),
                    Wording.number(perSecond)));
        } else if (Double.isFinite(perSecond)) {
            sentences.add(Wording.sentence(
                    "The load is even over %s partitions, which let in %s events per second together.",
                    admission.partitionCount(), Wording.number(admission.partitionCount() * perSecond)));
        }
    }

    private static void addUnits(Admission admission, List<String> sentences) {
        sentences.add(
                admission.ingressMegabytesPerSecondPerUnit().isPresent()
                        ? Wording.sentence(
                                "A unit of %s lets in %s MB per second, and 1 MB is 10^6 bytes: no rate is published, it is the owner's own. Reading is not limited by units.",
                                admission.tier().azureName(),
                                Wording.number(admission
                                        .ingressMegabytesPerSecondPerUnit()
                                        .getAsDouble()))
                        : Wording.sentence(
                                "One unit lets in %s events or %s MB per second, and 1 MB is 10^6 bytes.",
                                Wording.number(Admission.EVENTS_PER_SECOND_PER_UNIT),
                                Wording.number(Admission.MEGABYTES_PER_SECOND_PER_UNIT)));
    }

    private static void addFaults(PipelineFigures figures, List<String> sentences) {
        boolean losesRegion = figures.faults().stream().anyMatch(Fault.RegionOutage.class::isInstance);
        DisasterRecovery recovery = figures.recovery();
        if (losesRegion && recovery.strategy() != DisasterRecovery.Strategy.NONE) {
            sentences.add(Wording.sentence(
                    "The loss of the region is detected after %s s and the failover (%s) takes %s s more.",
                    Wording.number(recovery.detectionSeconds()),
                    recovery.strategy().key(),
                    Wording.number(recovery.failoverSeconds())));
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
                    "A pod of %s sends %s events per second whatever it waits for, and a new one %s.",
                    sender.name(),
                    Wording.number(sender.pods().get().podEventsPerSecond()),
                    sender.pods().get().start().mayNeedNodes()
                            ? "may have to wait for a node"
                            : "always finds a node"));
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
