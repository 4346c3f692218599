package dev.spillway.rules.capture;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.Figures;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.AccountRole;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.HubView;
import dev.spillway.view.PolicyView;
import dev.spillway.view.ResourceView;
import dev.spillway.view.Search;
import dev.spillway.view.StoreView;
import dev.spillway.view.Subject;
import java.util.ArrayList;
import java.util.List;

/** Flags lifecycle rules that delete captured events while they may still be replayed. */
public final class LifecycleNotShorterThanReplay extends ListedRule<PolicyView> {
    static final Parameter<Integer> WINDOW =
            Parameter.whole("replayWindowDays", 30, "how far back events may have to be replayed, in days");

    public LifecycleNotShorterThanReplay() {
        super(
                RuleCard.named("CP-012", "lifecycle-not-shorter-than-replay")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("lifecycle policy")
                        .summary("Captured events are cleaned up too early")
                        .loses(
                                "The policy deletes captured files while they may still be needed: what was processed wrongly a week "
                                        + "ago cannot be replayed")
                        .fix(FixClass.IN_PLACE, "Delete captured files after {replayWindowDays} days or more")
                        .parameters(WINDOW)
                        .build(),
                topology -> topology.storage().policies());
    }

    @Override
    public Verdict check(PolicyView policy, Context context) {
        if (policy.account().isAbsent()) {
            return Verdict.notApplicable("its account is not in the stack");
        }
        return Verdict.on(
                policy,
                policy.account(),
                account -> context.topology()
                        .storage()
                        .store(account, AccountRole.CAPTURE)
                        .map(store -> Verdict.whenKnown(store.gaps(), () -> judge(policy, store, context)))
                        .orElseGet(() -> Verdict.notApplicable("its account holds no capture")));
    }

    private static Verdict judge(PolicyView policy, StoreView store, Context context) {
        int window = context.get(WINDOW);
        return Verdict.on(policy, policy.deletions(), deletions -> {
            List<Gap> gaps = new ArrayList<>();
            for (PolicyView.Deletion deletion : deletions) {
                boolean isEarly = deletion.days()
                        .whenKnown()
                        .filter(days -> days >= window)
                        .isEmpty();
                Search reached = isEarly ? reaches(policy, deletion, store) : Search.MISSING;
                if (reached.isFound() && deletion.days().isKnown()) {
                    return early(policy, deletion, window);
                }
                gaps.addAll(reached.isFound() ? Gap.in(policy, deletion.days()) : reached.gaps());
            }
            return Verdict.whenKnown(gaps, Verdict::pass);
        });
    }

    /** Whether a rule reaches into the container of any hub that writes here. */
    private static Search reaches(PolicyView policy, PolicyView.Deletion deletion, StoreView store) {
        if (!deletion.prefixes().isKnown()) {
            return Search.unknown(Gap.in(policy, deletion.prefixes()));
        }
        return Search.among(
                store.users().stream().map(Writer::new).toList(),
                writer -> HubView.captureContainer(writer.resource()).map(deletion::touches));
    }

    private static Verdict early(PolicyView policy, PolicyView.Deletion deletion, int window) {
        Fact<Double> days = deletion.days();
        return Verdict.violation(
                        days.path(),
                        "after " + Figures.number(days.value()) + " days",
                        "after " + window + " days or more")
                .withChanges(Change.set(policy, days.path(), window));
    }

    /** A hub that writes its captured files here. */
    private record Writer(ResourceView resource) implements Subject {}
}
