package dev.spillway.pack;

import dev.spillway.assess.Secrets;
import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.forecast.Outlook;
import dev.spillway.judge.Undecided;
import dev.spillway.rule.Change;
import dev.spillway.rule.Figures;
import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.view.Gap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;

/** Says verdicts in the engine's words, without secrets. */
final class Diagnostics {
    /** The model counts in fractions; what does not add up to an event is no loss. */
    private static final double ONE_EVENT = 1;

    private static final int DECIMALS = 3;

    private final Secrets secrets;

    Diagnostics(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A finding, which is clean of secrets already. */
    AnalyzeDiagnostic finding(RuleCard card, Finding finding) {
        String changes = finding.changes().stream().map(this::change).collect(Collectors.joining(", "));
        return start(Policy.name(card), card.summary(), finding.level(), finding.severity(), finding.urn())
                .setMessage((finding.path().isEmpty() ? "" : finding.path() + ": ") + "seen " + finding.seen()
                        + "; wanted " + finding.wanted() + ".\n"
                        + finding.loses() + ".\n"
                        + finding.fix() + (changes.isEmpty() ? "." : ": " + changes + "."))
                .build();
    }

    /** What could not be decided stops nothing, and is no pass either. */
    AnalyzeDiagnostic unknown(RuleCard card, Undecided undecided) {
        return start(Policy.name(card), card.summary(), Level.ADVISORY, undecided.severity(), undecided.urn())
                .setMessage("unknown, so not passed: "
                        + secrets.hide(
                                undecided.gaps().stream().map(Gap::toString).collect(Collectors.joining("; "))))
                .build();
    }

    /** What one namespace would lose; only a loss has the level that the user chose. */
    AnalyzeDiagnostic forecast(NamespaceForecast forecast, Level level) {
        boolean isLost = forecast.outlook()
                .filter(outlook -> outlook.lostEvents() >= ONE_EVENT)
                .isPresent();
        return start(
                        Policy.FORECAST,
                        "Events that the declared load would lose",
                        isLost ? level : Level.ADVISORY,
                        isLost ? Severity.HIGH : Severity.LOW,
                        forecast.namespaceUrn())
                .setMessage(secrets.hide(forecast.outlook()
                        .map(Diagnostics::words)
                        .orElseGet(() -> "the loss is not computable: "
                                + forecast.unknown().stream().map(Gap::toString).collect(Collectors.joining("; ")))))
                .build();
    }

    private static String words(Outlook outlook) {
        BigDecimal percent = BigDecimal.valueOf(outlook.lossPercent())
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return whole(outlook.lostEvents()) + " of " + whole(outlook.offeredEvents()) + " events lost ("
                + percent.toPlainString() + " %), between " + whole(outlook.low()) + " and " + whole(outlook.high())
                + ".\n" + String.join("\n", outlook.decidedBy());
    }

    private static String whole(double events) {
        return Figures.number(Math.rint(events));
    }

    private String change(Change change) {
        return secrets.words(change);
    }

    private static AnalyzeDiagnostic.Builder start(
            String policy, String description, Level level, Severity severity, String urn) {
        return AnalyzeDiagnostic.newBuilder()
                .setPolicyName(policy)
                .setPolicyPackName(Policy.PACK)
                .setPolicyPackVersion(Policy.VERSION)
                .setDescription(description)
                .setEnforcementLevel(PolicyInfos.level(level))
                .setSeverity(PolicyInfos.severity(severity))
                .setUrn(urn);
    }
}
