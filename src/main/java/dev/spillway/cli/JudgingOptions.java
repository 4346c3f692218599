package dev.spillway.cli;

import dev.spillway.assess.FailOn;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How strictly a command judges. */
final class JudgingOptions {
    @Option(
            names = "--rules",
            paramLabel = "PROFILE",
            description = "observe, baseline or strict; instead of the stack's own, or of baseline")
    private @Nullable String rules;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "critical, high, medium, low or never; instead of what the profile makes mandatory")
    private @Nullable String failOn;

    @Option(
            names = "--max-loss",
            paramLabel = "RATIO",
            description = "largest lost / offered, 0 to 1; instead of the stack's budget")
    private @Nullable Double maxLoss;

    Profile profile(String unlessGiven) {
        String key = rules == null ? unlessGiven : rules;
        return Profile.byKey(key)
                .orElseThrow(
                        () -> new Unusable("--rules: " + key + " is not a profile, give observe, baseline or strict"));
    }

    FailOn failOn() {
        if (failOn == null) {
            return FailOn.MANDATORY;
        }
        String wanted = failOn.toLowerCase(Locale.ROOT);
        if (wanted.equals("never")) {
            return FailOn.NEVER;
        }
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.key().equals(wanted))
                .findFirst()
                .map(FailOn::atLeast)
                .orElseThrow(() -> new Unusable(
                        "--fail-on: " + failOn + " is not a severity, give critical, high, medium, low or never"));
    }

    OptionalDouble maxLossRatio() {
        if (maxLoss == null) {
            return OptionalDouble.empty();
        }
        if (!(maxLoss >= 0 && maxLoss <= 1)) {
            throw new Unusable("--max-loss: " + maxLoss + " is not a ratio of lost to offered events, give 0 to 1");
        }
        return OptionalDouble.of(maxLoss);
    }
}
