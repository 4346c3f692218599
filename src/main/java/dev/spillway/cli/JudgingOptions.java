package dev.spillway.cli;

import dev.spillway.assess.FailOn;
import dev.spillway.judge.Profile;
import dev.spillway.model.RulesSpec;
import dev.spillway.rule.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How strictly a command judges. */
final class JudgingOptions {
    private static final RulesSpec NOTHING = new RulesSpec(Optional.empty(), Map.of(), Map.of(), List.of());

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

    @Option(
            names = "--config",
            paramLabel = "F",
            description =
                    "policy configuration: levels, parameters, exceptions and facts; the engine takes the same file")
    private @Nullable String config;

    @Option(
            names = "--baseline",
            paramLabel = "F",
            description =
                    "findings of old, which stop nothing; written where it is not there yet, and shrunk by what is mended")
    private @Nullable String baseline;

    @Option(names = "--baseline-grow", description = "take what is new into the baseline, unless that may not grow")
    private boolean baselineGrow;

    /** Everything that decides, for files alone. */
    Judging judging() {
        return judging(Optional.empty(), NOTHING);
    }

    /** Everything that decides, where a stack's file has a say in it. */
    Judging judging(Optional<Path> stackFile, RulesSpec stack) {
        if (baselineGrow && baseline == null) {
            throw new Unusable("--baseline-grow: there is no baseline to grow, give --baseline");
        }
        return new Judging(
                Policies.of(stackFile, stack, Optional.ofNullable(config).map(Path::of), profile()),
                failOn(),
                maxLossRatio(),
                Optional.ofNullable(baseline).map(file -> new BaselineFile(Path.of(file), baselineGrow)),
                LocalDate.now(ZoneOffset.UTC));
    }

    private Optional<Profile> profile() {
        return Optional.ofNullable(rules)
                .map(key -> Profile.byKey(key)
                        .orElseThrow(() -> new Unusable(
                                "--rules: " + key + " is not a profile, give observe, baseline or strict")));
    }

    private FailOn failOn() {
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

    private OptionalDouble maxLossRatio() {
        if (maxLoss == null) {
            return OptionalDouble.empty();
        }
        if (!(maxLoss >= 0 && maxLoss <= 1)) {
            throw new Unusable("--max-loss: " + maxLoss + " is not a ratio of lost to offered events, give 0 to 1");
        }
        return OptionalDouble.of(maxLoss);
    }
}
