package dev.spillway.cli;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --max-loss}: a budget for those who have none, or another one. */
final class MaxLossOption {
    @Option(
            names = "--max-loss",
            paramLabel = "RATIO",
            description = "largest lost / offered, 0 to 1; instead of a stack's budget")
    private @Nullable Double maxLoss;

    OptionalDouble ratio() {
        if (maxLoss == null) {
            return OptionalDouble.empty();
        }
        if (!(maxLoss >= 0 && maxLoss <= 1)) {
            throw new Unusable("--max-loss: " + maxLoss + " is not a ratio of lost to offered events, give 0 to 1");
        }
        return OptionalDouble.of(maxLoss);
    }
}
