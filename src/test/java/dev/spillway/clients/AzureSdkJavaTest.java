package dev.spillway.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.amqp.AmqpRetryMode;
import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.amqp.AmqpTransportType;
import com.azure.messaging.eventhubs.EventHubBufferedProducerClientBuilder;
import com.azure.messaging.eventhubs.EventProcessorClientBuilder;
import com.azure.messaging.eventhubs.LoadBalancingStrategy;
import com.azure.messaging.eventhubs.models.CreateBatchOptions;
import dev.spillway.plan.ClientConfiguration;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is emitted for the Azure SDK for Java, through the library's own setters by the emitted names. */
final class AzureSdkJavaTest {
    private static final String CLIENT = "azureSdkJava";

    @Test
    void retriesArriveAndAreReadBack() {
        AmqpRetryOptions retry = new AmqpRetryOptions();

        apply(Emitted.toSender(CLIENT), "retryOptions.", retry, "set");

        assertThat(retry.getMode()).isEqualTo(AmqpRetryMode.EXPONENTIAL);
        assertThat(retry.getMaxRetries()).isEqualTo(7);
        assertThat(retry.getDelay()).isEqualTo(Duration.ofMillis(2500));
        assertThat(retry.getMaxDelay()).isEqualTo(Duration.ofSeconds(30));
        assertThat(retry.getTryTimeout()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void batchesAndBuffersArrive() {
        CreateBatchOptions batch = new CreateBatchOptions();
        EventHubBufferedProducerClientBuilder builder = new EventHubBufferedProducerClientBuilder();

        apply(Emitted.toSender(CLIENT), "createBatchOptions.", batch, "set");
        apply(Emitted.toSender(CLIENT), "bufferedProducer.", builder, "");

        assertThat(batch.getMaximumSizeInBytes()).isEqualTo(1_000_000);
        assertThat(builder).extracting("clientOptions.maxWaitTime").isEqualTo(Duration.ofSeconds(1));
        assertThat(builder)
                .extracting("clientOptions.maxEventBufferLengthPerPartition")
                .isEqualTo(1000);
    }

    @Test
    void aProcessorTakesItsPartAsEmitted() {
        EventProcessorClientBuilder builder = new EventProcessorClientBuilder();

        apply(Emitted.toReader(CLIENT), "processor.", builder, "");

        assertThat(builder).extracting("loadBalancingStrategy").isEqualTo(LoadBalancingStrategy.BALANCED);
        assertThat(builder).extracting("loadBalancingUpdateInterval").isEqualTo(Duration.ofSeconds(10));
        assertThat(builder).extracting("partitionOwnershipExpirationInterval").isEqualTo(Duration.ofSeconds(60));
        assertThat(builder).extracting("eventHubClientBuilder.prefetchCount").isEqualTo(300);
    }

    @Test
    void theTransportFollowsTheOpenPorts() {
        assertThat(AmqpTransportType.valueOf(Emitted.text(Emitted.toSender(CLIENT), "transportType")))
                .isEqualTo(AmqpTransportType.AMQP_WEB_SOCKETS);
        assertThat(AmqpTransportType.valueOf(Emitted.text(Emitted.toReader(CLIENT), "transportType")))
                .isEqualTo(AmqpTransportType.AMQP);
    }

    @Test
    void nothingElseIsEmitted() {
        TreeSet<String> groups = new TreeSet<>();
        Emitted.toSender(CLIENT).settings().keySet().forEach(name -> groups.add(name.replaceFirst("\\..*", "")));
        Emitted.toReader(CLIENT).settings().keySet().forEach(name -> groups.add(name.replaceFirst("\\..*", "")));

        assertThat(groups)
                .containsExactly(
                        "bufferedProducer", "createBatchOptions", "processor", "retryOptions", "transportType");
    }

    /** Calls the setter of each name in the group; a name that the library does not have fails. */
    private static void apply(ClientConfiguration configuration, String group, Object target, String prefix) {
        Map<String, String> texts = configuration.texts();
        texts.keySet().stream()
                .filter(name -> name.startsWith(group))
                .forEach(name ->
                        set(target, setter(prefix, name.substring(group.length())), Emitted.text(configuration, name)));
    }

    private static String setter(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static void set(Object target, String setter, String value) {
        Method method = Arrays.stream(target.getClass().getMethods())
                .filter(any -> any.getName().equals(setter) && any.getParameterCount() == 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError(target.getClass() + " has no " + setter));
        try {
            method.invoke(target, parsed(value, method.getParameterTypes()[0]));
        } catch (ReflectiveOperationException refused) {
            throw new LinkageError(setter + "(" + value + ")", refused);
        }
    }

    private static Object parsed(String value, Class<?> type) {
        if (type == int.class) {
            return Integer.valueOf(value);
        }
        if (type == Duration.class) {
            return Duration.parse(value);
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no " + value));
    }
}
