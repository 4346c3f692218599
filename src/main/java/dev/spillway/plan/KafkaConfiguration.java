package dev.spillway.plan;

import dev.spillway.facts.KafkaSetting;
import dev.spillway.facts.KafkaSetting.Side;
import dev.spillway.plan.ClientConfigurations.Client;
import java.util.Map;
import java.util.TreeMap;

/** The settings of a Kafka client of the namespace's Kafka endpoint: the recommended ones, and what follows from the plan. */
final class KafkaConfiguration {
    private static final int KAFKA_PORT = 9093;

    private KafkaConfiguration() {}

    static ClientConfiguration of(Client client) {
        Map<String, Object> settings = new TreeMap<>();
        KafkaSetting.of(client.sends() ? Side.PRODUCER : Side.CONSUMER)
                .forEach(setting -> settings.put(setting.name(), value(setting.value())));
        settings.put("bootstrap.servers", client.host() + ":" + KAFKA_PORT);
        settings.put(
                "sasl.jaas.config", "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        if (client.sends()) {
            patience(settings, client);
            return new ClientConfiguration("kafkaProducer", "kafka-producer.properties", settings);
        }
        client.group().ifPresent(group -> settings.put("group.id", group));
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        return new ClientConfiguration("kafkaConsumer", "kafka-consumer.properties", settings);
    }

    /**
     * Event Hubs delays a Kafka client instead of refusing it, so a send has to last for (request.timeout + linger) x retries,
     * and for the planned window at least; a full buffer makes the caller wait as long, and no longer.
     */
    private static void patience(Map<String, Object> settings, Client client) {
        int oneTry = KafkaSetting.figure("request.timeout.ms") + KafkaSetting.figure("linger.ms");
        int forTheWindow = (int) Math.ceil(client.windowSeconds() * 1000 / oneTry);
        int retries = Math.max(KafkaSetting.figure("retries"), forTheWindow);
        settings.put("retries", retries);
        settings.put("delivery.timeout.ms", oneTry * retries);
        settings.put("max.block.ms", oneTry * retries);
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.chars().allMatch(Character::isDigit) ? (Object) Integer.valueOf(text) : text;
    }
}
