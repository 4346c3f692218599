package dev.spillway.components;

import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.resources.Resource;
import dev.spillway.plan.WorkloadPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the engine's output warns of beside a workload. */
final class Notices {
    private static final Pattern DIGEST = Pattern.compile(".*@sha256:[0-9a-f]{64}");

    private Notices() {}

    static List<String> of(WorkloadPlan plan, boolean hasIdentity) {
        List<String> notices = new ArrayList<>();
        if (!DIGEST.matcher(plan.spec().image()).matches()) {
            notices.add("image " + plan.spec().image()
                    + " is not pinned by its digest: pods that a scale-out adds may run something else, give"
                    + " image@sha256:...");
        }
        if (plan.lag().isPresent() && !hasIdentity) {
            notices.add(
                    "scaleOn: lag without a cluster: KEDA looks with its own identity, which has to be Azure Event Hubs"
                            + " Data Receiver on the hub and Storage Blob Data Reader on the checkpoints");
        }
        return List.copyOf(notices);
    }

    /** The SDK has no other way to its log from a component. */
    static void warn(List<String> notices, Resource component) {
        if (DeploymentInternal.getInstance() instanceof DeploymentImpl deployment) {
            notices.forEach(notice -> deployment.getLog().warn(notice, component));
        }
    }
}
