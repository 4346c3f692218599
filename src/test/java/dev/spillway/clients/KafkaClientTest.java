package dev.spillway.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.plan.ClientConfiguration;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is emitted for Kafka clients, loaded from the emitted file into the client's own configuration. */
final class KafkaClientTest {
    @Test
    void aProducerTakesEverySettingAsEmitted() throws IOException {
        ClientConfiguration emitted = Emitted.toSender("kafkaProducer");
        assertThat(ProducerConfig.configNames()).containsAll(emitted.settings().keySet());

        ProducerConfig config = new ProducerConfig(properties(emitted));

        emitted.texts()
                .forEach((name, value) ->
                        assertThat(value(config.values().get(name))).as(name).isEqualTo(value));
        assertThat(config.getLong("metadata.max.age.ms")).isEqualTo(180_000).isLessThan(240_000);
        assertThat(config.getInt("max.request.size")).isLessThan(1_046_528);
        assertThat(config.getString("acks")).isEqualTo("-1");
        assertThat(config.getBoolean("enable.idempotence")).isTrue();
        assertThat(config.getInt("delivery.timeout.ms")).isEqualTo((int)
                (config.getInt("retries") * (config.getInt("request.timeout.ms") + config.getLong("linger.ms"))));
    }

    @Test
    void aConsumerTakesEverySettingAsEmitted() throws IOException {
        ClientConfiguration emitted = Emitted.toReader("kafkaConsumer");
        assertThat(ConsumerConfig.configNames()).containsAll(emitted.settings().keySet());

        ConsumerConfig config = new ConsumerConfig(properties(emitted));

        emitted.texts()
                .forEach((name, value) ->
                        assertThat(value(config.values().get(name))).as(name).isEqualTo(value));
        assertThat(config.getString("group.id")).isEqualTo("billing");
        assertThat(config.getInt("session.timeout.ms"))
                .isGreaterThanOrEqualTo(3 * config.getInt("heartbeat.interval.ms"));
    }

    private static Properties properties(ClientConfiguration emitted) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(emitted.content()));
        properties.put("key.serializer", ByteArraySerializer.class);
        properties.put("value.serializer", ByteArraySerializer.class);
        properties.put("key.deserializer", ByteArrayDeserializer.class);
        properties.put("value.deserializer", ByteArrayDeserializer.class);
        return properties;
    }

    /** As it was written: the client knows all as -1, a list as its one member, and hides what may hold a password. */
    private static String value(@Nullable Object parsed) {
        if (parsed instanceof org.apache.kafka.common.config.types.Password hidden) {
            return hidden.value();
        }
        String text = parsed instanceof java.util.List<?> list ? String.valueOf(list.get(0)) : String.valueOf(parsed);
        return text.equals("-1") ? "all" : text;
    }
}
