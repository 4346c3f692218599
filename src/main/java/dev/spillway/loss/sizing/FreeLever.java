package dev.spillway.loss.sizing;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.facts.TierLimits;
import dev.spillway.loss.Admission;
import dev.spillway.loss.LossForecast;
import dev.spillway.loss.LossModel;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.RetryPolicies;
import dev.spillway.loss.RetryWindow;
import dev.spillway.loss.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What can be changed without paying Azure more, each at first as generous as it can be and then as small as is enough. */
enum FreeLever {
    RETRIES {
        @Override
        boolean mayHelp(PipelineFigures figures, LossForecast declared) {
            return figures.senders().stream().anyMatch(sender -> Double.isFinite(windowOf(sender)));
        }

        @Override
        PipelineFigures generous(PipelineFigures figures) {
            return Levers.window(figures, reach(figures));
        }

        /** Twice of what an ordered queue needs where the sends are not ordered. */
        @Override
        Shrunk shrunk(PipelineFigures generous, Trials trials) {
            double seconds = Math.min(reach(generous), new Needs(generous, trials).confirmedWindow());
            PipelineFigures figures = Levers.window(generous, seconds);
            String settings = Needs.settings(generous, seconds);
            return new Shrunk(figures, List.of(new Change(Setting.RETRY_WINDOW, "", seconds, settings)));
        }
    },
    BUFFERS {
        @Override
        boolean mayHelp(PipelineFigures figures, LossForecast declared) {
            return figures.senders().stream()
                    .anyMatch(sender -> Double.isFinite(sender.bufferedEventsLimit())
                            || sender.pods()
                                    .filter(pods -> Double.isFinite(pods.bufferedEventsPerPod()))
                                    .isPresent());
        }

        @Override
        PipelineFigures generous(PipelineFigures figures) {
            return Levers.podBuffer(Levers.clientBuffer(figures, Double.POSITIVE_INFINITY), Double.POSITIVE_INFINITY);
        }

        @Override
        Shrunk shrunk(PipelineFigures generous, Trials trials) {
            var changes = new ArrayList<Change>();
            LossForecast roomy = LossModel.estimate(generous);
            double inClient = Math.ceil(roomy.peaks().producerRetryBacklog() - ROUNDING_EVENTS);
            double inPods = Math.ceil(roomy.peaks().producerTierBacklog() - ROUNDING_EVENTS);
            changes.add(new Change(Setting.CLIENT_BUFFER, "", inClient, ""));
            PipelineFigures figures = Levers.clientBuffer(generous, inClient);
            if (generous.senders().stream().anyMatch(sender -> sender.pods().isPresent())) {
                changes.add(new Change(Setting.POD_BUFFER, "", inPods, ""));
                figures = Levers.podBuffer(figures, inPods);
            }
            return new Shrunk(figures, changes);
        }
    },
    PODS {
        @Override
        boolean mayHelp(PipelineFigures figures, LossForecast declared) {
            return declared.lossCauses().producerPodOverload() > 0;
        }

        @Override
        PipelineFigures generous(PipelineFigures figures) {
            PipelineFigures most = figures;
            for (int at = 0; at < figures.senders().size(); at++) {
                most = Levers.replicas(most, at, mostPods(figures.senders().get(at)));
            }
            return most;
        }

        @Override
        Shrunk shrunk(PipelineFigures generous, Trials trials) {
            var changes = new ArrayList<Change>();
            PipelineFigures figures = generous;
            for (int at = 0; at < generous.senders().size(); at++) {
                int sender = at;
                PipelineFigures before = figures;
                Sender found = generous.senders().get(at);
                int pods = IntStream.rangeClosed(1, mostPods(found))
                        .filter(count -> trials.keeps(Levers.replicas(before, sender, count)))
                        .findFirst()
                        .orElse(mostPods(found));
                figures = Levers.replicas(before, sender, pods);
                changes.add(new Change(Setting.REPLICAS, found.name(), pods, ""));
            }
            return new Shrunk(figures, changes);
        }
    },
    PARTITIONS {
        @Override
        boolean mayHelp(PipelineFigures figures, LossForecast declared) {
            Admission door = figures.admission();
            double peak = figures.senders().stream()
                    .mapToDouble(sender -> sender.load().peakEventsPerSecond())
                    .sum();
            return door.partitionsEventsPerSecond(figures.averageEventBytes()) < peak
                    && most(door) > door.partitionCount();
        }

        @Override
        PipelineFigures generous(PipelineFigures figures) {
            return Levers.partitions(figures, most(figures.admission()));
        }

        @Override
        Shrunk shrunk(PipelineFigures generous, Trials trials) {
            Need need = new Needs(generous, trials).partitions();
            int count = need.enough().map(least -> (int) least.value()).orElse(most(generous.admission()));
            return new Shrunk(
                    Levers.partitions(generous, count), List.of(new Change(Setting.PARTITIONS, "", count, "")));
        }

        private int most(Admission door) {
            return Math.max(door.partitionCount(), TierLimits.of(door.tier()).partitionsPerHub());
        }
    },
    READERS {
        @Override
        boolean mayHelp(PipelineFigures figures, LossForecast declared) {
            return isLateForReaders(figures, declared);
        }

        @Override
        PipelineFigures generous(PipelineFigures figures) {
            return Levers.readers(figures, Math.max(1, figures.admission().partitionCount()));
        }

        @Override
        Shrunk shrunk(PipelineFigures generous, Trials trials) {
            int pods = (int) value(new Needs(generous, trials).readers());
            return new Shrunk(Levers.readers(generous, pods), List.of(new Change(Setting.READERS, "", pods, "")));
        }
    },
    RETENTION {
        @Override
        boolean mayHelp(PipelineFigures figures, LossForecast declared) {
            return isLateForReaders(figures, declared);
        }

        @Override
        PipelineFigures generous(PipelineFigures figures) {
            return Levers.retention(figures, (double)
                    TierLimits.of(figures.admission().tier()).longestRetention().toHours());
        }

        @Override
        Shrunk shrunk(PipelineFigures generous, Trials trials) {
            double hours = value(new Needs(generous, trials).retention());
            return new Shrunk(Levers.retention(generous, hours), List.of(new Change(Setting.RETENTION, "", hours, "")));
        }
    };

    /** A backlog that is so little more than a whole number is that number. */
    private static final double ROUNDING_EVENTS = 1e-6;

    /** Longer than a working day nobody waits for a send. */
    private static final double LONGEST_SECONDS = 28_800;

    /** A pipeline with a lever no more generous than needed, and what that changes. */
    record Shrunk(PipelineFigures figures, List<Change> changes) {}

    abstract boolean mayHelp(PipelineFigures figures, LossForecast declared);

    abstract PipelineFigures generous(PipelineFigures figures);

    abstract Shrunk shrunk(PipelineFigures generous, Trials trials);

    private static boolean isLateForReaders(PipelineFigures figures, LossForecast declared) {
        return figures.reading().isPresent()
                && declared.lossCauses().retentionExceeded()
                                + declared.outcomes().inFlightAtEnd()
                        > 0;
    }

    /** What is enough, or what was declared where that was not found again. */
    private static double value(Optional<Need> need) {
        return need.map(found -> found.enough().map(Need.Enough::value).orElse(found.most()))
                .orElseThrow();
    }

    private static double windowOf(Sender sender) {
        return sender.window().simulatedSeconds();
    }

    private static int mostPods(Sender sender) {
        return sender.pods().map(pods -> pods.scaling().mostReplicas()).orElse(1);
    }

    /** What the settings of all senders' clients can reach. */
    private static double reach(PipelineFigures figures) {
        return figures.senders().stream()
                .map(sender -> sender.window().library())
                .filter(library -> library == ClientLibrary.AZURE_SDK_JAVA || library == ClientLibrary.AZURE_SDK_DOTNET)
                .mapToDouble(library ->
                        RetryWindow.of(library, RetryPolicies.longest()).guaranteedSeconds())
                .min()
                .orElse(LONGEST_SECONDS);
    }
}
