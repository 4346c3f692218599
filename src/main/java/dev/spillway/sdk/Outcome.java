package dev.spillway.sdk;

import com.pulumi.deployment.internal.Runner;
import java.util.List;
import java.util.Optional;

/** The result type of the SDK, which only subclasses can make. */
final class Outcome<T> extends Runner.Result<T> {
    Outcome(int code, Optional<T> value) {
        super(code, List.of(), value);
    }
}
