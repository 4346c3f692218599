package dev.spillway.components;

import com.pulumi.azurenative.Utilities;
import com.pulumi.core.TypeShape;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.InvokeArgs;
import com.pulumi.resources.Resource;
import dev.spillway.sdk.PatientRunner;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks Azure for what is there now, which no declaration knows.
 *
 * <p>A missing resource is told from a failure by the provider's words alone: the engine gives both the same code.
 */
final class AzureQuestions {
    /** Both generations of Azure's REST client; a subscription that is not seen says nothing about what is in it. */
    private static final Pattern NOT_FOUND =
            Pattern.compile("(Status|StatusCode)=404\\b(?!.*SubscriptionNotFound)|RESPONSE 404\\b", Pattern.DOTALL);

    private static final int LONGEST_REASON = 300;
    private static final long PATIENCE_SECONDS = 120;

    private final InvokeOptions options;

    private AzureQuestions(InvokeOptions options) {
        this.options = Utilities.withVersion(options);
    }

    /** Asks through the provider of the program. */
    static AzureQuestions ofProgram() {
        return new AzureQuestions(InvokeOptions.Empty);
    }

    /** Asks through the provider that the children of this component get. */
    static AzureQuestions beside(Resource component) {
        return new AzureQuestions(InvokeOptions.builder().parent(component).build());
    }

    /** What came back. */
    sealed interface Answer {
        /** It is there, and this is what it is like. */
        record Found(Map<String, Object> properties) implements Answer {}

        /** It is not there. */
        record NotThere() implements Answer {}

        /** An engine that cannot tell before deployment. */
        record Nothing() implements Answer {}

        /** The question failed. */
        record Failed(String why) implements Answer {}
    }

    /** The answer to one question; it never fails. */
    CompletableFuture<Answer> ask(String token, InvokeArgs args) {
        return Deployment.getInstance()
                .invokeAsync(token, TypeShape.map(String.class, Object.class), args, options)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .handle((found, failure) -> failure == null ? found(found) : failed(failure));
    }

    private static Answer found(@Nullable Map<String, Object> found) {
        return found == null || found.isEmpty() ? new Answer.Nothing() : new Answer.Found(found);
    }

    private static Answer failed(Throwable failure) {
        Throwable cause = PatientRunner.cause(failure);
        if (cause instanceof TimeoutException) {
            return new Answer.Failed("no answer in " + PATIENCE_SECONDS + " s");
        }
        String words = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
        return NOT_FOUND.matcher(words).find()
                ? new Answer.NotThere()
                : new Answer.Failed(words.substring(0, Math.min(words.length(), LONGEST_REASON))
                        .strip());
    }
}
