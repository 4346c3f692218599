package dev.spillway.monitor;

import com.pulumi.Context;
import dev.spillway.view.ResourceView;
import java.util.Map;
import java.util.function.Consumer;

/** Runs test programs for the stack {@code dev} of the project {@code shop}. */
final class Programs {
    static final String STACK_URN = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";

    private static final Settings SETTINGS = new Settings("shop", "dev", Map.of("shop:location", "westeurope"));

    private Programs() {}

    static Capture run(Consumer<Context> program) {
        return EmbeddedMonitor.run(program, SETTINGS);
    }

    static ResourceView resource(Capture capture, String name) {
        return capture.graph().resources().stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
