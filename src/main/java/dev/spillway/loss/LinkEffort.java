package dev.spillway.loss;

/**
 * How much work a simulation send by send may be.
 *
 * @param seeds runs, of which the one with the median loss stands for all; odd
 * @param mostAttempts sends and repeats of one run, about: a larger load is taken in larger sends
 */
record LinkEffort(int seeds, double mostAttempts) {
    /** For the figure that is printed. */
    static final LinkEffort FULL = new LinkEffort(5, 1_200_000);

    /** For a design that a comparison has chosen. */
    static final LinkEffort CAREFUL = new LinkEffort(3, 250_000);

    /** For a comparison of many runs. */
    static final LinkEffort QUICK = new LinkEffort(1, 60_000);

    /** Measured with the real client: about so many refusals for each event of excess. */
    private static final double REFUSALS_PER_EXCESS_EVENT = 10;

    /** Where the guess of {@link #eventsPerSend} was too low and larger sends are taken. */
    double mostRefusals() {
        return 2 * mostAttempts;
    }

    /** How many events one send has to stand for at least. */
    double eventsPerSend(double throttledEvents, double excessEvents) {
        return Math.max(1, (throttledEvents + REFUSALS_PER_EXCESS_EVENT * excessEvents) / mostAttempts);
    }
}
