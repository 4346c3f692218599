package dev.spillway.rules.options;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Pillar;
import dev.spillway.rule.Reach;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ExceptionView;
import dev.spillway.view.Fact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An exception has a reason, an owner, a ticket and an end, and something that needs it. */
public final class SuppressionHygiene implements Rule<ExceptionView> {
    static final Parameter<Integer> MAX_DAYS =
            Parameter.whole("maxDays", 90, "how long an exception may still last before its length is remarked on");

    private static final RuleCard CARD = RuleCard.named("PU-009", "suppression-hygiene")
            .severity(Severity.MEDIUM)
            .level(Level.MANDATORY)
            .judges("exception")
            .summary("Exception has ended, is not whole, or is needed by nothing")
            .loses("An exception that outlives its cause hides the next loss behind the last one's reason")
            .fix(FixClass.NONE, "Give reason, owner, ticket and a day to come, or remove the exception")
            .pillar(Pillar.OPERATIONS)
            .reach(Reach.STACK)
            .parameters(MAX_DAYS)
            .neverExcepted()
            .build();

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public List<ExceptionView> subjects(EventTopology topology) {
        return topology.graph().resources().stream()
                .filter(resource -> resource.type().equals(ExceptionView.TYPE))
                .map(ExceptionView::new)
                .toList();
    }

    @Override
    public Verdict check(ExceptionView exception, Context context) {
        String refused = given(exception, "refused");
        if (!refused.isEmpty()) {
            return Verdict.violation("rule", refused, "a rule that there is and that may be excepted");
        }
        Optional<String> hidden = Stream.of("resource", "reason", "owner", "ticket", "expires")
                .filter(key -> exception.text(key).isUnknown())
                .findFirst();
        if (hidden.isPresent()) {
            return Verdict.on(exception, exception.text(hidden.get()), known -> Verdict.pass());
        }
        List<String> missing = Stream.of("resource", "reason", "owner", "ticket")
                .filter(key -> given(exception, key).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return Verdict.violation(
                    missing.get(0), "no " + String.join(", no ", missing), "resource, reason, owner and ticket");
        }
        Fact<Integer> daysLeft = exception.daysLeft();
        if (daysLeft.isAbsent()) {
            return Verdict.violation("expires", shown(given(exception, "expires")), "a day such as 2027-01-31");
        }
        return Verdict.on(exception, daysLeft, days -> judge(exception, days, context.get(MAX_DAYS)));
    }

    private static Verdict judge(ExceptionView exception, int daysLeft, int maxDays) {
        String end = given(exception, "expires");
        if (daysLeft < 0) {
            return Verdict.violation("expires", end + ", which is over", "a day to come, or no exception");
        }
        return Verdict.on(exception, exception.isNeeded(), needed -> {
            if (!needed) {
                return Verdict.violation("resource", "nothing that needs it", "no exception");
            }
            return daysLeft > maxDays
                    ? Verdict.pass("it lasts " + daysLeft + " days more, which is over " + maxDays)
                    : Verdict.pass();
        });
    }

    private static String given(ExceptionView exception, String key) {
        return exception.text(key).whenKnown().orElse("");
    }

    private static String shown(String text) {
        return text.isEmpty() ? "no end" : text;
    }
}
