package dev.spillway.loss;

import dev.spillway.units.InvalidValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads from a scenario how a sender uses its client: links, sends, requests, and the memory they wait in. */
final class SendingJson {
    /** Of the buffered producer of the Azure SDK for Java, for each partition. */
    private static final double BUFFERED_EVENTS = 1_500;

    private SendingJson() {}

    static Sending sending(ScenarioFields producer, Optional<ScenarioFields> client, Optional<ScenarioFields> sender) {
        Sending absent = Sending.STANDARD;
        double depth = producer.number("bucketDepthSeconds", absent.bucketDepthSeconds());
        var manner = sender.map(given -> given.named(
                        "discipline",
                        absent.manner(),
                        Sending.Manner::byKey,
                        Arrays.stream(Sending.Manner.values())
                                .map(Sending.Manner::key)
                                .toList()))
                .orElse(absent.manner());
        return new Sending(
                manner,
                client.map(given -> given.optionalWhole("linksPerNamespace")).orElse(OptionalInt.empty()),
                client.map(given -> given.number("eventsPerSend", absent.eventsPerSend()))
                        .orElse(absent.eventsPerSend()),
                client.map(given -> given.number("bucketDepthSeconds", depth)).orElse(depth));
    }

    /** Time on the wire counts where requests or batches are stated. */
    static RetryWindow onTheWire(RetryWindow window, Optional<ScenarioFields> client, Load load) {
        if (window.kafka().isEmpty() || client.isEmpty()) {
            return window;
        }
        ScenarioFields fields = client.get();
        int inFlight = fields.whole("maxInFlightRequests", KafkaSends.REQUESTS_IN_FLIGHT);
        boolean sized = fields.has("maxInFlightRequests") || fields.has("batchBytes");
        return window.withKafka(
                sized
                        ? KafkaSends.of(inFlight, batchBytes(fields), load.averageEventBytes())
                        : new KafkaSends(inFlight, 0));
    }

    static double limit(
            ScenarioFields producer, Optional<ScenarioFields> client, RetryWindow window, Sending sending, Load load) {
        boolean buffered = sending.manner() == Sending.Manner.BUFFERED;
        double absent = buffered ? BUFFERED_EVENTS * sending.linksPerNamespace().orElse(1) : Double.POSITIVE_INFINITY;
        double stated = producer.number("bufferedEventsLimit", absent);
        if (client.isEmpty() || window.kafka().isEmpty()) {
            return stated;
        }
        ScenarioFields fields = client.get();
        if (!fields.flag("concurrentCallers", true)) {
            return Double.POSITIVE_INFINITY;
        }
        return producer.has("bufferedEventsLimit") || !fields.has("bufferMemoryBytes")
                ? stated
                : KafkaSends.eventsInMemory(
                        fields.number("bufferMemoryBytes"), batchBytes(fields), load.averageEventBytes());
    }

    /** A sender that waits for each send is as slow as its client's first wait, which has to be known. */
    static Sender requireFirstWait(Sender sender) {
        boolean oneAtATime = sender.sending().manner() != Sending.Manner.CONCURRENT;
        if (oneAtATime && sender.window().firstWaitSeconds().isEmpty()) {
            throw new InvalidValue(
                    "sender.discipline",
                    sender.sending().manner().key(),
                    "concurrent: how long " + sender.window().library().title()
                            + " waits after a refusal is not known");
        }
        return sender;
    }

    private static int batchBytes(ScenarioFields fields) {
        return fields.whole("batchBytes", KafkaSends.BATCH_BYTES);
    }
}
