package dev.spillway.monitor;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.Context;
import com.pulumi.context.internal.ContextInternal;
import com.pulumi.deployment.DeploymentInstance;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.deployment.internal.Engine;
import com.pulumi.deployment.internal.Monitor;
import com.pulumi.internal.PulumiInternal;
import dev.spillway.sdk.PatientRunner;
import dev.spillway.sdk.ProgramContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One run of the SDK against our monitor instead of a server: the same code as under {@code pulumi up} down to the
 * messages, without the socket. Rests on internals of com.pulumi:pulumi 1.36.1.
 */
final class ProgramRun {
    private final Settings settings;
    private final Engine engine;
    private final Monitor monitor;

    ProgramRun(Settings settings, Engine engine, Monitor monitor) {
        this.settings = settings;
        this.engine = engine;
        this.monitor = monitor;
    }

    /** Runs the program to its end; empty where all went well. */
    List<Throwable> failures(Consumer<Context> program) {
        DeploymentImpl.Config config =
                new DeploymentImpl.Config(ImmutableMap.copyOf(settings.config()), ImmutableSet.of());
        DeploymentImpl.DeploymentState state = new DeploymentImpl.DeploymentState(
                config,
                silence(),
                settings.organization(),
                settings.project(),
                settings.stack(),
                "",
                true,
                engine,
                monitor);
        PatientRunner runner = new PatientRunner();
        state.runner = runner;
        DeploymentImpl deployment = new DeploymentImpl(state);
        DeploymentInstance before = DeploymentInstanceHolder.getInstanceNoThrow();
        DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment));
        try {
            new Program(runner, ProgramContext.of(state, deployment)).run(program);
            return runner.failures();
        } finally {
            DeploymentInstanceHolder.setInstance(before);
        }
    }

    /** The SDK repeats everything it logs to the engine on standard error. */
    private static Logger silence() {
        Logger logger = Logger.getAnonymousLogger();
        logger.setLevel(Level.OFF);
        return logger;
    }

    /** Opens the SDK's way of running a program, which would otherwise end the process. */
    private static final class Program extends PulumiInternal {
        Program(PatientRunner runner, ContextInternal context) {
            super(runner, context);
        }

        @Override
        public void run(Consumer<Context> program) {
            runAsyncResult(program).join();
        }
    }
}
