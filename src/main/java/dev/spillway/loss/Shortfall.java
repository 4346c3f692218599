package dev.spillway.loss;

/** STUB: the longest wait. */
public final class Shortfall {
    private Shortfall() {}

    public static double longestWaitSeconds(PipelineFigures figures) {
        return figures.excess() / figures.capacity();
    }
}
