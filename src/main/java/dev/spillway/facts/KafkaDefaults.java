package dev.spillway.facts;

/**
 * What the Kafka clients wait for when nothing is set, in seconds.
 *
 * <p>Sources: producer configuration of Apache Kafka ({@code delivery.timeout.ms}, {@code max.block.ms}) and configuration of
 * librdkafka ({@code message.timeout.ms}), as read on 2026-11-20.
 */
public final class KafkaDefaults {
    public static final double DELIVERY_TIMEOUT_SECONDS = 120;
    public static final double MAX_BLOCK_SECONDS = 60;
    public static final double MESSAGE_TIMEOUT_SECONDS = 300;

    private KafkaDefaults() {}
}
