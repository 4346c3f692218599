package dev.spillway.loss;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** What a forecast has to assume because the platform does not publish it, each with the range it may lie in. */
enum Unpublished {
    INFLATE_REACTION(
            "autoInflateReactionSeconds", "s", "assumed: no figure is published; measure it on a live namespace") {
        @Override
        Optional<Span> span(PipelineFigures figures) {
            double best = figures.admission().autoInflateReactionSeconds();
            return figures.admission().autoInflate() ? Optional.of(Span.around(30, best, 300)) : Optional.empty();
        }

        @Override
        PipelineFigures with(PipelineFigures figures, double seconds) {
            var admission = figures.admission();
            return figures.withAdmission(admission.withAutoInflate(admission.maximumThroughputUnits(), seconds));
        }
    },
    POD_START(
            "podStartSeconds", "s", "assumed: scheduling, image and readiness take half to twice of what is declared") {
        @Override
        Optional<Span> span(PipelineFigures figures) {
            return scaled(figures)
                    .map(pods -> pods.start().podStartSeconds())
                    .filter(best -> best > 0)
                    .map(best -> new Span(best / 2, best, 2 * best));
        }

        @Override
        PipelineFigures with(PipelineFigures figures, double seconds) {
            double best = span(figures).orElseThrow().best();
            return withStart(figures, start -> start.withPodStart(start.podStartSeconds() * seconds / best));
        }
    },
    NODE_START("nodeProvisionSeconds", "s", "AKS, scaling concepts: a new node takes two to five minutes") {
        @Override
        Optional<Span> span(PipelineFigures figures) {
            return scaled(figures)
                    .map(SenderPods::start)
                    .filter(PodStart::mayNeedNodes)
                    .map(start -> Span.around(120, start.nodeProvisionSeconds(), 300));
        }

        @Override
        PipelineFigures with(PipelineFigures figures, double seconds) {
            return withStart(figures, start -> start.withNodeProvision(seconds));
        }
    },
    PARTITION_CAP(
            "partitionIngressEventsPerSecond",
            "/s",
            "older vendor text gives one unit a partition; whether that is enforced is not published") {
        @Override
        Optional<Span> span(PipelineFigures figures) {
            double cap = figures.admission().partitionEventsPerSecond(figures.averageEventBytes());
            return Double.isFinite(cap) ? Optional.of(new Span(cap, cap, Double.POSITIVE_INFINITY)) : Optional.empty();
        }

        @Override
        PipelineFigures with(PipelineFigures figures, double eventsPerSecond) {
            return Double.isInfinite(eventsPerSecond)
                    ? figures.withAdmission(figures.admission().withUnlimitedPartitions())
                    : figures;
        }
    },
    LINKS(
            "linksPerNamespace",
            "links a pod",
            "measured: the window of the Azure SDK for Java under partial refusal depends on how many links share what is accepted") {
        @Override
        Optional<Span> span(PipelineFigures figures) {
            boolean open = figures.senders().stream()
                    .anyMatch(sender -> Runs.retriesByLink(sender)
                            && sender.sending().linksPerNamespace().isEmpty());
            return open ? Optional.of(new Span(1, 1, 10)) : Optional.empty();
        }

        @Override
        PipelineFigures with(PipelineFigures figures, double linksPerPod) {
            return withSending(figures, sending -> sending.withLinksPerPod((int) linksPerPod));
        }
    },
    BUCKET_DEPTH("bucketDepthSeconds", "s", "not published: over how many seconds the broker judges a rate") {
        @Override
        Optional<Span> span(PipelineFigures figures) {
            OptionalDouble depth = figures.senders().stream()
                    .filter(sender ->
                            Runs.retriesByLink(sender) || OneAtATime.of(sender).isPresent())
                    .mapToDouble(sender -> sender.sending().bucketDepthSeconds())
                    .findFirst();
            return depth.isPresent() ? Optional.of(Span.around(0.2, depth.getAsDouble(), 5)) : Optional.empty();
        }

        @Override
        PipelineFigures with(PipelineFigures figures, double seconds) {
            return withSending(figures, sending -> sending.withBucketDepth(seconds));
        }
    };

    private final String key;
    private final String unit;
    private final String source;

    Unpublished(String key, String unit, String source) {
        this.key = key;
        this.unit = unit;
        this.source = source;
    }

    /** The name in scenarios. */
    String key() {
        return key;
    }

    String unit() {
        return unit;
    }

    /** Where the range comes from. */
    String source() {
        return source;
    }

    /** Where the figure may lie in that pipeline; empty where it plays no part. */
    abstract Optional<Span> span(PipelineFigures figures);

    abstract PipelineFigures with(PipelineFigures figures, double value);

    /** The first pods that an autoscaler adds to. */
    private static Optional<SenderPods> scaled(PipelineFigures figures) {
        return figures.senders().stream()
                .flatMap(sender -> sender.pods().stream())
                .filter(pods -> !(pods.scaling() instanceof Scaling.Fixed))
                .findFirst();
    }

    private static PipelineFigures withStart(PipelineFigures figures, UnaryOperator<PodStart> change) {
        return figures.withSenders(figures.senders().stream()
                .map(sender -> sender.pods().isPresent()
                        ? sender.withPods(sender.pods().get().withStart(change))
                        : sender)
                .toList());
    }

    private static PipelineFigures withSending(PipelineFigures figures, UnaryOperator<Sending> change) {
        return figures.withSenders(figures.senders().stream()
                .map(sender -> sender.withSending(change.apply(sender.sending())))
                .toList());
    }

    /** A range with the value that the forecast was computed with; infinity stands for no limit. */
    record Span(double low, double best, double high) {
        /** From one bound to another, wider where the best value lies outside. */
        static Span around(double low, double best, double high) {
            return new Span(Math.min(low, best), best, Math.max(high, best));
        }
    }
}
