package dev.spillway.config;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.facts.RetryDefaults;
import dev.spillway.model.ClientSpec;
import dev.spillway.units.Seconds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of a workload's {@code client}. */
final class ClientSection {
    static final Keys KEYS = new Keys("workloads.*.client");
    private static final Key<ClientLibrary> LIBRARY = KEYS.optional(
            "library",
            ChoiceForm.of(
                            "a client library",
                            ClientLibrary::key,
                            List.of(ClientLibrary.AZURE_SDK_JAVA, ClientLibrary.AZURE_SDK_DOTNET))
                    .notBuilt(
                            ClientLibrary.KAFKA_JAVA.key(),
                            ClientLibrary.LIBRDKAFKA.key(),
                            ClientLibrary.AZURE_SDK_PYTHON.key(),
                            ClientLibrary.AZURE_SDK_NODE.key(),
                            ClientLibrary.CUSTOM.key()));
    private static final Key<Integer> MAX_RETRIES =
            KEYS.optional("maxRetries", NumberForm.whole("a number of retries", 0, 100));
    private static final Key<Duration> DELAY =
            KEYS.optional("delaySeconds", NumberForm.seconds("a delay", Range.aboveZero(NumberForm.MOST_SECONDS)));
    private static final Key<Duration> MAX_DELAY =
            KEYS.optional("maxDelaySeconds", NumberForm.seconds("a delay", Range.aboveZero(NumberForm.MOST_SECONDS)));
    private static final Key<Duration> TRY_TIMEOUT = KEYS.optional(
            "tryTimeoutSeconds", NumberForm.seconds("a timeout", Range.aboveZero(NumberForm.MOST_SECONDS)));

    private static final Key<Integer> LINKS =
            KEYS.optional("linksPerNamespace", NumberForm.whole("a number of links", 1, 1_000_000));
    private static final Key<Integer> EVENTS_PER_SEND =
            KEYS.optional("eventsPerSend", NumberForm.whole("a number of events", 1, 1_000_000));
    /** Azure SDK for Java, RetryUtil: added to the delay; a sum above the longest delay was measured to fail every send. */
    private static final Duration JAVA_BUSY_WAIT = Duration.ofSeconds(4);

    static final Form<ClientSection> FORM = KEYS.as("a client", ClientSection::new);

    private final Fields fields;

    private ClientSection(Fields fields) {
        this.fields = fields;
        checkMaxDelay();
    }

    private void checkMaxDelay() {
        var library = fields.get(LIBRARY).orGiven(ClientLibrary.AZURE_SDK_JAVA);
        var delay = fields.get(DELAY)
                .orGiven(Seconds.span(RetryDefaults.DELAY_SECONDS))
                .held();
        var maxDelay = fields.get(MAX_DELAY)
                .orGiven(Seconds.span(RetryDefaults.MAX_DELAY_SECONDS))
                .held();
        if (!library.holds(ClientLibrary.AZURE_SDK_JAVA::equals) || delay.isEmpty() || maxDelay.isEmpty()) {
            return;
        }
        var least = delay.get().plus(JAVA_BUSY_WAIT);
        if (maxDelay.get().compareTo(least) >= 0) {
            return;
        }
        var message = "a longest delay of " + Figures.plain(maxDelay.get()) + " seconds is below the delay of "
                + Figures.plain(delay.get())
                + " plus the 4 that Azure SDK for Java adds, so that a send fails at once, "
                + "give a maxDelaySeconds of at least " + Figures.plain(least);
        fields.reportAtGiven(List.of(MAX_DELAY, DELAY), message);
    }

    /** The client of a workload, which need not have the section. */
    static ClientSpec spec(Answer<ClientSection> section) {
        return section.held()
                .map(ClientSection::spec)
                .orElseGet(() -> new ClientSpec(
                        ClientLibrary.AZURE_SDK_JAVA,
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private ClientSpec spec() {
        return new ClientSpec(
                fields.get(LIBRARY).orGiven(ClientLibrary.AZURE_SDK_JAVA).value(),
                Optionals.ofInt(fields.get(MAX_RETRIES)),
                fields.get(DELAY).held(),
                fields.get(MAX_DELAY).held(),
                fields.get(TRY_TIMEOUT).held(),
                Optionals.ofInt(fields.get(LINKS)),
                Optionals.ofInt(fields.get(EVENTS_PER_SEND)));
    }
}
