package dev.spillway.forecast;

import dev.spillway.facts.ClientLibrary;
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
        return budget.map(seconds -> client.whenKnown()
                .filter(window -> Math.abs(window.guaranteedSeconds() - seconds) <= ROUNDING_SECONDS)
                .orElseGet(() -> RetryWindow.custom(seconds)));
    }

    /** Only the Azure clients have a policy that a window follows from. */
    private static Fact<RetryWindow> ofClient(String path, DeclaredClient client) {
        if (client.library() != ClientLibrary.AZURE_SDK_JAVA && client.library() != ClientLibrary.AZURE_SDK_DOTNET) {
            return Fact.absent(path);
        }
        try {
            return Fact.known(path, RetryWindow.of(client.library(), policy(client)));
        } catch (InvalidValue e) {
            return Fact.unknown(path, String.valueOf(e.getMessage()));
        }
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
