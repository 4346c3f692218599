package dev.spillway.plan;

import dev.spillway.facts.Tier;
import dev.spillway.model.HubSpec;
import dev.spillway.model.Ordering;
import dev.spillway.model.PartitionGrowth;

/**
 * Keeps a plan from asking for partitions that a running hub cannot have or that would mix up its keys. Partitions are never
 * taken away; on Standard they are for life; elsewhere they grow when somebody writes the number, and ordered keys only when
 * the hub is confirmed to be empty.
 */
final class PartitionGuard {
    private final HubSpec hub;
    private final Tier tier;
    private final LivePartitions live;

    PartitionGuard(HubSpec hub, Tier tier, LivePartitions live) {
        this.hub = hub;
        this.tier = tier;
        this.live = live;
    }

    /**
     * What is declared: a count that was written as it was written, or else what is there. A derived count follows the load,
     * and partitions do not: they cannot be given back.
     */
    Planned<Integer> count(Planned<Integer> planned) {
        if (live instanceof LivePartitions.NotRead unread && unread.failed()) {
            return new Planned<>(
                    planned.value(),
                    planned.source(),
                    planned.reason() + "; live partitions not read: " + unread.why());
        }
        if (!(live instanceof LivePartitions.Count there) || planned.source() == Source.GIVEN) {
            return planned;
        }
        if (there.partitions() == planned.value()) {
            return new Planned<>(planned.value(), planned.source(), planned.reason() + "; " + seen(there));
        }
        return new Planned<>(there.partitions(), Source.DEPLOYED, seen(there) + ", kept: " + whyKept(there, planned));
    }

    private String whyKept(LivePartitions.Count there, Planned<Integer> planned) {
        if (planned.value() < there.partitions()) {
            return "partitions are never taken away; planned " + planned.value() + ": " + planned.reason();
        }
        String way = tier.isLarge()
                ? "write partitionCount: " + planned.value() + " to grow"
                : "on " + tier.azureName() + " they are for life";
        return way + "; wanted " + planned.value() + ": " + planned.reason();
    }

    /** What that does to the hub, whose runbook is written when it grows. */
    PartitionChange change(Planned<Integer> planned, GrowthRunbook runbook) {
        if (!(live instanceof LivePartitions.Count there) || planned.source() != Source.GIVEN) {
            return PartitionChange.NONE;
        }
        int from = there.partitions();
        int to = planned.value();
        if (to == from) {
            return PartitionChange.NONE;
        }
        if (hub.options().existing()) {
            return new PartitionChange.Refused(to + " where the hub has " + from + " (" + there.seen()
                    + "): the hub is declared elsewhere, write partitionCount: " + from);
        }
        if (to < from) {
            return new PartitionChange.Refused(to + " where the hub has " + from + " (" + there.seen()
                    + "): partitions are never taken away, write partitionCount: " + from);
        }
        if (!tier.isLarge()) {
            return new PartitionChange.Refused(to + " where the hub has " + from + " (" + there.seen() + "): on "
                    + tier.azureName() + " partitions are for life, write partitionCount: " + from
                    + ", or declare another hub with " + to + " and move senders and readers to it");
        }
        return hub.ordering().filter(Ordering.PER_KEY::equals).isPresent() && !isDrained(to)
                ? new PartitionChange.Refused(to + " where the hub has " + from + " (" + there.seen()
                        + ") and ordering is perKey: keys would move and be read out of order; stop the senders, let the"
                        + " readers finish, and write partitionGrowth: { to: " + to
                        + ", drained: \"who saw the lag at 0, and when\" }, or write partitionCount: " + from)
                : new PartitionChange.Grows(from, to, runbook.of(from, to));
    }

    private boolean isDrained(int to) {
        return hub.partitionGrowth()
                .map(PartitionGrowth::to)
                .filter(count -> count == to)
                .isPresent();
    }

    private static String seen(LivePartitions.Count there) {
        return there.seen() + ": " + there.partitions();
    }
}
