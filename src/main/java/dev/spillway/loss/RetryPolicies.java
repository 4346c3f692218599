package dev.spillway.loss;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.units.InvalidValue;
import java.util.stream.IntStream;

/** Retry settings that cover a wanted window. */
public final class RetryPolicies {
    /** The fewest retries that {@link #covering} gives. */
    public static final int FEWEST_RETRIES = 3;
    /** The most that the Azure SDK for .NET accepts ({@code EventHubsRetryOptions.MaximumRetries}). */
    public static final int MOST_RETRIES = 100;

    private static final double DELAY_SECONDS = 2;
    private static final double MAX_DELAY_SECONDS = 30;
    private static final double TRY_TIMEOUT_SECONDS = 60;

    private RetryPolicies() {}

    /**
     * The policy with the fewest retries, from 3 to 100, whose guaranteed window is at least the wanted one: exponential, delay
     * 2 s, longest delay 30 s, try timeout 60 s. It reaches about 2,700 s; a longer window needs a buffer on disk, and is
     * refused.
     *
     * @param library azureSdkJava or azureSdkDotNet
     */
    public static RetryPolicy covering(ClientLibrary library, double windowSeconds) {
        Require.zeroOrMore("windowSeconds", windowSeconds);
        return IntStream.rangeClosed(FEWEST_RETRIES, MOST_RETRIES)
                .mapToObj(RetryPolicies::withRetries)
                .filter(policy -> RetryWindow.of(library, policy).guaranteedSeconds() >= windowSeconds)
                .findFirst()
                .orElseThrow(() -> new InvalidValue("windowSeconds", windowSeconds, reach(library)));
    }

    /** The policy with the longest window that {@link #covering} gives. */
    public static RetryPolicy longest() {
        return withRetries(MOST_RETRIES);
    }

    /** That many retries, exponential from 2 s to 30 s, 60 s a try. */
    public static RetryPolicy withRetries(int maxRetries) {
        return new RetryPolicy(
                maxRetries, DELAY_SECONDS, MAX_DELAY_SECONDS, TRY_TIMEOUT_SECONDS, RetryPolicy.Mode.EXPONENTIAL);
    }

    private static String reach(ClientLibrary library) {
        double longest = RetryWindow.of(library, withRetries(MOST_RETRIES)).guaranteedSeconds();
        return "at most the " + Wording.number(longest) + " s that " + MOST_RETRIES + " retries of " + library.title()
                + " guarantee";
    }
}
