package dev.spillway.sdk;

import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.internal.PulumiInternal;
import java.util.function.Consumer;

/**
 * One run of a program that the Pulumi engine has started: the SDK's own, but that waiting costs nothing.
 *
 * <p>The SDK's runner (1.36.1) asks all tasks again and again whether they are done, and writes all of them down each time; and
 * its logger tells the engine what it traces, a call for each line, whether anybody reads it or not. Together they kept a core
 * busy while providers start.
 */
public final class EngineRun {
    private EngineRun() {}

    /** Runs the program to its end, tells the engine what went wrong, and ends the process. */
    public static void of(Consumer<Context> program) {
        EventLoops.serveChannels();
        DeploymentImpl.DeploymentState state = DeploymentImpl.DeploymentState.fromEnvironment();
        EngineLogger logger = state.logger;
        if (!DeploymentImpl.DeploymentState.ExcessiveDebugOutput) {
            state.logger = new LoggerWithoutTrace(logger);
        }
        PatientRunner runner = new PatientRunner();
        state.runner = runner;
        DeploymentImpl deployment = new DeploymentImpl(state);
        DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment));
        new PulumiInternal(new ReportingRunner(runner, logger), ProgramContext.of(state, deployment)).run(program);
    }
}
