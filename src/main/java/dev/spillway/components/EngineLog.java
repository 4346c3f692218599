package dev.spillway.components;

import com.pulumi.Log;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInternal;
import com.pulumi.resources.Resource;
import java.util.function.Consumer;

/** The engine's output, beside a component. The SDK has no other way to its log from there. */
final class EngineLog {
    private EngineLog() {}

    static void info(String text, Resource component) {
        with(log -> log.info(text, component));
    }

    static void warn(String text, Resource component) {
        with(log -> log.warn(text, component));
    }

    private static void with(Consumer<Log> saying) {
        if (DeploymentInternal.getInstance() instanceof DeploymentImpl deployment) {
            saying.accept(deployment.getLog());
        }
    }
}
