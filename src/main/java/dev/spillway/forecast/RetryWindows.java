package dev.spillway.forecast;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.facts.KafkaDefaults;
import dev.spillway.loss.RetryPolicy;
import dev.spillway.loss.RetryWindow;
import dev.spillway.units.InvalidValue;
import dev.spillway.view.DeclaredClient;
import dev.spillway.view.Fact;
import dev.spillway.view.WorkloadView;

/** How long the client of a workload goes on sending, from what its annotations state. */
public final class RetryWindows {
    /** Budgets are written with one digit after the point. */
    private static final double ROUNDING_SECONDS = 0.1;

    private RetryWindows() {}

    /**
     * The declared budget decides. Where the declared client has just that window, or no budget is given, the client's own
     * window is returned, which also knows how long its retries take at most. Absent where neither is given.
     */
    public static Fact<RetryWindow> of(WorkloadView workload) {
        Fact<Double> budget = workload.retryBudgetSeconds();
        Fact<RetryWindow> client = workload.client().then(declared -> ofClient(budget.path(), declared));
        if (budget.isAbsent()) {
            return client.isAbsent() ? Fact.absent(budget.path()) : client;
        }
        ClientLibrary library =
                workload.client().whenKnown().map(DeclaredClient::library).orElse(ClientLibrary.CUSTOM);
        return budget.map(seconds -> client.whenKnown()
                .filter(window -> Math.abs(window.guaranteedSeconds() - seconds) <= ROUNDING_SECONDS)
                .orElseGet(() -> stated(library, seconds)));
    }

    /** A client that keeps its retries in order does so with any window; of the others only the window is known then. */
    private static RetryWindow stated(ClientLibrary library, double seconds) {
        return switch (library) {
            case KAFKA_JAVA -> RetryWindow.kafkaJava(seconds, 0);
            case LIBRDKAFKA -> RetryWindow.librdkafka(seconds);
            case AZURE_SDK_PYTHON, AZURE_SDK_NODE -> RetryWindow.unknownSchedule(library, seconds);
            case AZURE_SDK_JAVA, AZURE_SDK_DOTNET, CUSTOM -> RetryWindow.custom(seconds);
        };
    }

    private static Fact<RetryWindow> ofClient(String path, DeclaredClient client) {
        try {
            return Fact.known(path, window(client));
        } catch (InvalidValue e) {
            return Fact.unknown(path, String.valueOf(e.getMessage()));
        }
    }

    private static RetryWindow window(DeclaredClient client) {
        return switch (client.library()) {
            case AZURE_SDK_JAVA, AZURE_SDK_DOTNET -> RetryWindow.of(client.library(), policy(client));
            case KAFKA_JAVA ->
                RetryWindow.kafkaJava(
                        client.deliveryTimeoutSeconds().orElse(KafkaDefaults.DELIVERY_TIMEOUT_SECONDS),
                        client.maxBlockSeconds().orElse(KafkaDefaults.MAX_BLOCK_SECONDS));
            case LIBRDKAFKA ->
                RetryWindow.librdkafka(client.messageTimeoutSeconds().orElse(KafkaDefaults.MESSAGE_TIMEOUT_SECONDS));
            case AZURE_SDK_PYTHON, AZURE_SDK_NODE, CUSTOM ->
                RetryWindow.unknownSchedule(
                        client.library(), client.retryWindowSeconds().orElseThrow(() -> notKnown(client.library())));
        };
    }

    private static InvalidValue notKnown(ClientLibrary library) {
        return new InvalidValue(
                "client", library.title(), "its retryWindowSeconds, or a retry budget: no retry window of it is known");
    }

    private static RetryPolicy policy(DeclaredClient client) {
        RetryPolicy standard = RetryPolicy.LIBRARY_DEFAULT;
        return new RetryPolicy(
                client.maxRetries().orElse(standard.maxRetries()),
                client.delaySeconds().orElse(standard.delaySeconds()),
                client.maxDelaySeconds().orElse(standard.maxDelaySeconds()),
                client.tryTimeoutSeconds().orElse(standard.tryTimeoutSeconds()),
                standard.mode());
    }
}
