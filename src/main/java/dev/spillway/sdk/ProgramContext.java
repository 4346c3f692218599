package dev.spillway.sdk;

import com.pulumi.Config;
import com.pulumi.context.internal.ConfigContextInternal;
import com.pulumi.context.internal.ContextInternal;
import com.pulumi.context.internal.LoggingContextInternal;
import com.pulumi.context.internal.OutputContextInternal;
import com.pulumi.core.internal.OutputFactory;
import com.pulumi.deployment.internal.DeploymentImpl;
import java.util.List;

/** What the SDK hands to a program. */
public final class ProgramContext {
    private ProgramContext() {}

    /** The context of a run whose runner is set. */
    public static ContextInternal of(DeploymentImpl.DeploymentState state, DeploymentImpl deployment) {
        return new ContextInternal(
                state.organizationName,
                state.projectName,
                state.stackName,
                new LoggingContextInternal(deployment.getLog()),
                new ConfigContextInternal(state.projectName, name -> new Config(state.config, name)),
                new OutputContextInternal(new OutputFactory(state.runner)),
                List.of());
    }
}
