package dev.spillway.plan;

import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.Sending;
import dev.spillway.model.CaptureStorageSpec.Authentication;
import dev.spillway.units.NumberText;
import dev.spillway.units.Seconds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The sizing table: every planned figure by its key in {@code stack.yaml}, in the order of the plan. */
final class Settings {
    private static final double PERCENT = 100;

    private final List<Setting> settings = new ArrayList<>();

    private Settings() {}

    static List<Setting> of(NamespacePlan plan) {
        Settings table = new Settings();
        table.namespace(plan);
        return List.copyOf(table.settings);
    }

    static List<Setting> of(WorkloadPlan plan) {
        Settings table = new Settings();
        table.workload(plan);
        return List.copyOf(table.settings);
    }

    private void namespace(NamespacePlan plan) {
        String at = "eventHubs." + plan.name() + ".";
        units(at, plan);
        add(at + "zoneRedundant", plan.zoneRedundant(), "", String::valueOf);
        add(at + "protect", plan.protect(), "", String::valueOf);
        plan.captureStorage().ifPresent(storage -> storage(at + "captureStorage.", storage));
        plan.hubs().forEach(hub -> hub(at + "hubs." + hub.name() + ".", hub));
    }

    private void units(String at, NamespacePlan plan) {
        switch (plan.tier()) {
            case PREMIUM -> add(at + "processingUnits", plan.throughputUnits(), "PU", String::valueOf);
            case DEDICATED -> add(at + "dedicatedCluster.capacityUnits", plan.throughputUnits(), "CU", String::valueOf);
            default -> {
                add(at + "throughputUnits", plan.throughputUnits(), "TU", String::valueOf);
                add(at + "autoInflate", plan.autoInflate(), "", String::valueOf);
                add(at + "maximumThroughputUnits", plan.maximumThroughputUnits(), "TU", String::valueOf);
                add(at + "inflateReactionSeconds", plan.inflateReaction(), "s", Settings::seconds);
            }
        }
    }

    private void hub(String at, HubPlan plan) {
        add(at + "partitionCount", plan.partitionCount(), "partitions", String::valueOf);
        if (!plan.isCompacted()) {
            add(at + "retentionHours", plan.retention(), "h", retention -> String.valueOf(retention.toHours()));
        }
        plan.capture().ifPresent(capture -> capture(at + "capture.", capture));
    }

    private void storage(String at, CaptureStoragePlan plan) {
        add(at + "authentication", plan.authentication(), "", Authentication::key);
        if (plan.existingAccountId().isPresent()) {
            return;
        }
        add(at + "accountName", plan.accountName(), "", Function.identity());
        add(at + "redundancy", plan.sku(), "", Function.identity());
        add(at + "softDeleteDays", plan.softDeleteDays(), "d", String::valueOf);
        add(at + "coolAfterDays", plan.coolAfterDays(), "d", String::valueOf);
    }

    private void capture(String at, CapturePlan plan) {
        add(at + "intervalSeconds", plan.interval(), "s", Settings::seconds);
        add(at + "sizeLimitBytes", plan.sizeLimit(), "bytes", size -> String.valueOf(size.count()));
        add(at + "skipEmptyArchives", plan.skipEmptyArchives(), "", String::valueOf);
    }

    private void workload(WorkloadPlan plan) {
        String at = "workloads." + plan.name() + ".";
        add(at + "minReplicas", plan.minReplicas(), "pods", String::valueOf);
        add(at + "maxReplicas", plan.maxReplicas(), "pods", String::valueOf);
        plan.lag()
                .ifPresentOrElse(
                        lag -> lag(at, lag),
                        () -> add(at + "cpuTargetPercent", plan.cpuTargetPercent(), "%", String::valueOf));
        add(at + "behavior.scaleUp", plan.behavior(), "", ScalingBehavior::up);
        add(at + "behavior.scaleDown", plan.behavior(), "", ScalingBehavior::down);
        add(at + "preStopSeconds", plan.pods().preStop(), "s", Settings::seconds);
        add(at + "terminationGraceSeconds", plan.terminationGrace(), "s", Settings::seconds);
        add(at + "startupAllowanceSeconds", plan.pods().startupAllowance(), "s", Settings::seconds);
        plan.pods()
                .maxUnavailable()
                .ifPresent(budget -> add(at + "maxUnavailablePods", budget, "pods", String::valueOf));
        if (plan.sends()) {
            add(at + "client.retry", plan.retry(), "", Settings::retry);
            add(
                    at + "client.retryWindowSeconds",
                    new Planned<>(
                            plan.window().guaranteedSeconds(), plan.retry().source(), windowReason(plan)),
                    "s",
                    NumberText::number);
            add(at + "client.sending", Planned.byDefault("concurrent", sendingReason(plan)), "", Function.identity());
        }
        if (plan.spec().usesHub()) {
            add(at + "client.transport", plan.transport(), "", WorkloadPlan.Transport::key);
        }
        plan.scaleOut().ifPresent(budget -> scaleOut(at + "scaleOut.", budget));
    }

    private void lag(String at, LagPlan plan) {
        add(at + "lagThresholdEvents", plan.thresholdEvents(), "events", String::valueOf);
        add(at + "fallbackReplicas", plan.fallbackReplicas(), "pods", String::valueOf);
    }

    private void scaleOut(String at, ScaleOut plan) {
        add(at + "newPodSeconds", plan.newPodSeconds(), "s", NumberText::number);
        add(at + "nodeSeconds", plan.nodeSeconds(), "s", NumberText::number);
        add(at + "podRoom", plan.podRoom(), "", ScaleOut.Verdict::key);
        add(at + "senderRoom", plan.senderRoom(), "", ScaleOut.Verdict::key);
    }

    private static String windowReason(WorkloadPlan plan) {
        return "guaranteed by " + plan.library().title() + "; nominal "
                + NumberText.number(plan.window().nominalSeconds()) + " s, longest "
                + NumberText.number(plan.window().longestSeconds()) + " s";
    }

    /** Asked for a capacity of a hundred, the pace is a percentage. */
    private static String sendingReason(WorkloadPlan plan) {
        String slow = "a loop that waits for each send, or a buffered producer, ";
        return plan.window()
                .oneAtATimeEventsPerSecond(PERCENT, Sending.STANDARD.bucketDepthSeconds())
                .map(percent -> slow + "gets through some " + Math.round(percent)
                        + " % of the capacity for each link while something is refused")
                .orElse(slow + "sleeps as a whole after each refusal");
    }

    private static String retry(RetryPolicy policy) {
        return policy.maxRetries() + " x, " + NumberText.number(policy.delaySeconds()) + " to "
                + NumberText.number(policy.maxDelaySeconds()) + " s, try "
                + NumberText.number(policy.tryTimeoutSeconds()) + " s";
    }

    private static String seconds(Duration span) {
        return NumberText.number(Seconds.of(span));
    }

    private <T> void add(String key, Planned<T> planned, String unit, Function<T, String> write) {
        settings.add(new Setting(key, write.apply(planned.value()), unit, planned.source(), planned.reason()));
    }
}
