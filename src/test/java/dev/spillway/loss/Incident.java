package dev.spillway.loss;

import dev.spillway.facts.ClientLibrary;
import java.util.List;
import java.util.Optional;

/** The incident of the loss model, section 11, one setting at a time. */
final class Incident {
    static final Load LOAD = new Load(
            900,
            List.of(new Segment.Constant(1800, 600), new Segment.Constant(120, 1380), new Segment.Constant(1680, 600)));
    static final RetryWindow DOTNET_DEFAULT =
            RetryWindow.of(ClientLibrary.AZURE_SDK_DOTNET, RetryPolicy.LIBRARY_DEFAULT);
    static final RetryWindow LONG_JAVA = RetryWindow.of(
                    ClientLibrary.AZURE_SDK_JAVA, new RetryPolicy(7, 2, 30, 60, RetryPolicy.Mode.EXPONENTIAL))
            .withDiscipline(Discipline.FIFO);

    private Incident() {}

    static SenderPods pods(Scaling scaling) {
        return new SenderPods(1200, 60_000, Double.POSITIVE_INFINITY, 60, scaling);
    }

    static SenderPods pods() {
        return pods(Scaling.CpuAutoscaling.of(1, 10, 80));
    }

    static PipelineFigures with(RetryWindow window, SenderPods pods, Admission admission) {
        var sender = new Sender("orders", LOAD, window, Double.POSITIVE_INFINITY, Optional.of(pods));
        return PipelineFigures.of(List.of(sender), admission);
    }

    static PipelineFigures with(SenderPods pods) {
        return with(DOTNET_DEFAULT, pods, Admission.standard(1, 4));
    }

    static PipelineFigures with(RetryWindow window) {
        return with(window, pods(), Admission.standard(1, 4));
    }

    static PipelineFigures with(Admission admission) {
        return with(DOTNET_DEFAULT, pods(), admission);
    }

    static PipelineFigures inflatingAfter(double reactionSeconds) {
        return with(Admission.standard(1, 4).withAutoInflate(4, reactionSeconds));
    }
}
