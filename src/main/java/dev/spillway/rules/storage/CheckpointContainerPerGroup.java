package dev.spillway.rules.storage;

import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.CheckpointView;
import dev.spillway.view.Fact;
import dev.spillway.view.Facts;
import dev.spillway.view.Gap;
import dev.spillway.view.Search;
import java.util.List;
import java.util.stream.Stream;

/** Flags consumer groups that write their checkpoints into one container. */
public final class CheckpointContainerPerGroup extends ListedRule<CheckpointView> {
    public CheckpointContainerPerGroup() {
        super(
                RuleCard.named("ST-002", "checkpoint-container-per-group")
                        .severity(Severity.HIGH)
                        .level(Level.MANDATORY)
                        .judges("consumer with a consumer group")
                        .summary("Two consumer groups share a checkpoint container")
                        .loses(
                                "Readers of both groups find each other's ownership and positions: where a store tells partitions "
                                        + "apart and groups not, one group overwrites the other's position and skips events")
                        .fix(FixClass.NONE, "Give each consumer group a container of its own")
                        .build(),
                topology -> topology.storage().checkpoints());
    }

    @Override
    public Verdict check(CheckpointView checkpoint, Context context) {
        List<Gap> gaps = Stream.concat(
                        checkpoint.gaps().stream(),
                        Gap.in(checkpoint, checkpoint.container(), checkpoint.group()).stream())
                .toList();
        return Verdict.whenKnown(
                gaps, () -> judge(checkpoint, context.topology().storage().near(checkpoint)));
    }

    private static Verdict judge(CheckpointView checkpoint, List<CheckpointView> near) {
        Search shared = Search.among(near, other -> shares(checkpoint, other));
        return Verdict.on(
                shared,
                () -> Verdict.violation(
                        checkpoint.container().path(),
                        checkpoint.container().value() + ", which " + sharer(checkpoint, near) + " uses too",
                        "a container of its own"),
                Verdict::pass);
    }

    private static String sharer(CheckpointView checkpoint, List<CheckpointView> near) {
        return near.stream()
                .filter(other -> shares(checkpoint, other).whenKnown().orElse(false))
                .map(CheckpointView::name)
                .findFirst()
                .orElseThrow();
    }

    /** Of one group they may, so none shares with itself. */
    private static Fact<Boolean> shares(CheckpointView one, CheckpointView other) {
        return Facts.all(
                Fact.both(one.container(), other.container(), String::equals),
                Fact.both(one.account(), other.account(), (a, b) -> a.urn().equals(b.urn())),
                Fact.both(one.group(), other.group(), (a, b) -> !a.equals(b)));
    }
}
