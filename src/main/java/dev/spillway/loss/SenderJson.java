package dev.spillway.loss;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.facts.KafkaDefaults;
import dev.spillway.units.InvalidValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Reads the sender of a scenario: its client and its pods. */
final class SenderJson {
    static final Set<String> PRODUCER =
            Set.of("client", "bufferedEventsLimit", "deployment", "sender", "bucketDepthSeconds");

    private static final double KAFKA_FULL_BUFFER_FACTOR = 0.45;
    private static final Set<String> CLIENT = Set.of(
            "library",
            "maxRetries",
            "delaySeconds",
            "maxDelaySeconds",
            "tryTimeoutSeconds",
            "mode",
            "deliveryTimeoutSeconds",
            "maxBlockSeconds",
            "fullBufferFactor",
            "messageTimeoutSeconds",
            "retryWindowSeconds",
            "discipline",
            "windowEstimate",
            "linksPerNamespace",
            "eventsPerSend",
            "bucketDepthSeconds",
            "maxInFlightRequests",
            "batchBytes",
            "bufferMemoryBytes",
            "concurrentCallers");
    private static final Set<String> MANNER = Set.of("discipline");
    private static final Set<String> DEPLOYMENT =
            EventHubsJson.with(PodsJson.FIELDS, "podEventsPerSecond", "bufferedEventsPerPod", "upstreamTimeoutSeconds");

    private SenderJson() {}

    static Optional<Sender> sender(ScenarioFields fields, Optional<Load> load) {
        var window = fields.child("client", CLIENT)
                .map(SenderJson::window)
                .orElseGet(
                        () -> Optional.of(RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT)));
        var pods = fields.child("deployment", DEPLOYMENT).flatMap(SenderJson::pods);
        var client = fields.child("client", CLIENT);
        var manner = fields.child("sender", MANNER);
        if (load.isEmpty()) {
            return Optional.empty();
        }
        return fields.build(() -> {
            Sending sending = SendingJson.sending(fields, client, manner);
            RetryWindow declared = SendingJson.onTheWire(window.orElseThrow(), client, load.get());
            double limit = SendingJson.limit(fields, client, declared, sending, load.get());
            return SendingJson.requireFirstWait(new Sender("producer", load.get(), declared, limit, pods, sending));
        });
    }

    private static Optional<RetryWindow> window(ScenarioFields fields) {
        ClientLibrary library = fields.named(
                "library",
                ClientLibrary.AZURE_SDK_JAVA,
                ClientLibrary::byKey,
                Arrays.stream(ClientLibrary.values()).map(ClientLibrary::key).toList());
        Optional<RetryWindow> window = fields.build(() -> ofLibrary(library, fields));
        return window.flatMap(plain -> fields.build(() -> plain.withDiscipline(fields.named(
                        "discipline",
                        plain.discipline(),
                        Discipline::byKey,
                        Arrays.stream(Discipline.values()).map(Discipline::key).toList()))
                .withEstimate(fields.named(
                        "windowEstimate",
                        plain.estimate(),
                        WindowEstimate::byKey,
                        Arrays.stream(WindowEstimate.values())
                                .map(WindowEstimate::key)
                                .toList()))));
    }

    private static RetryWindow ofLibrary(ClientLibrary library, ScenarioFields fields) {
        return switch (library) {
            case AZURE_SDK_JAVA, AZURE_SDK_DOTNET -> RetryWindow.of(library, policy(fields));
            case KAFKA_JAVA ->
                RetryWindow.kafkaJava(
                        fields.number("deliveryTimeoutSeconds", KafkaDefaults.DELIVERY_TIMEOUT_SECONDS),
                        fields.number("maxBlockSeconds", KafkaDefaults.MAX_BLOCK_SECONDS),
                        fields.number("fullBufferFactor", KAFKA_FULL_BUFFER_FACTOR));
            case LIBRDKAFKA ->
                RetryWindow.librdkafka(fields.number("messageTimeoutSeconds", KafkaDefaults.MESSAGE_TIMEOUT_SECONDS));
            case AZURE_SDK_PYTHON, AZURE_SDK_NODE ->
                fields.has("retryWindowSeconds")
                        ? RetryWindow.unknownSchedule(library, fields.number("retryWindowSeconds"))
                        : notComputable(library);
            case CUSTOM -> RetryWindow.custom(fields.number("retryWindowSeconds", Double.POSITIVE_INFINITY));
        };
    }

    private static RetryWindow notComputable(ClientLibrary library) {
        throw new InvalidValue(
                "library",
                library.key(),
                "retryWindowSeconds with it: the loss is not computable, since no retry window of " + library.title()
                        + " is known");
    }

    private static RetryPolicy policy(ScenarioFields fields) {
        RetryPolicy absent = RetryPolicy.LIBRARY_DEFAULT;
        return new RetryPolicy(
                fields.whole("maxRetries", absent.maxRetries()),
                fields.number("delaySeconds", absent.delaySeconds()),
                fields.number("maxDelaySeconds", absent.maxDelaySeconds()),
                fields.number("tryTimeoutSeconds", absent.tryTimeoutSeconds()),
                fields.named(
                        "mode",
                        absent.mode(),
                        RetryPolicy.Mode::byKey,
                        Arrays.stream(RetryPolicy.Mode.values())
                                .map(RetryPolicy.Mode::key)
                                .toList()));
    }

    private static Optional<SenderPods> pods(ScenarioFields fields) {
        var start = PodsJson.start(fields);
        var scaling = PodsJson.scaling(fields);
        return fields.build(() -> new SenderPods(
                fields.number("podEventsPerSecond"),
                fields.number("bufferedEventsPerPod", Double.POSITIVE_INFINITY),
                fields.number("upstreamTimeoutSeconds", Double.POSITIVE_INFINITY),
                start.orElseThrow(),
                scaling.orElseThrow()));
    }
}
