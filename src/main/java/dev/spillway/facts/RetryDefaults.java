package dev.spillway.facts;

/**
 * What the Azure SDKs for Java and .NET retry by when nothing is set: 3 retries, delays from 0.8 s to 60 s, 60 s a try.
 *
 * <p>Sources: {@code AmqpRetryOptions} of azure-sdk-for-java, {@code EventHubsRetryOptions} of azure-sdk-for-net, as compiled on
 * 2026-11-20.
 */
public final class RetryDefaults {
    public static final int MAX_RETRIES = 3;
    public static final double DELAY_SECONDS = 0.8;
    public static final double MAX_DELAY_SECONDS = 60;
    public static final double TRY_TIMEOUT_SECONDS = 60;

    private RetryDefaults() {}
}
