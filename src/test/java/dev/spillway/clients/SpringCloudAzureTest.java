package dev.spillway.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.amqp.AmqpTransportType;
import com.azure.messaging.eventhubs.LoadBalancingStrategy;
import com.azure.spring.cloud.autoconfigure.implementation.eventhubs.properties.AzureEventHubsProperties;
import com.azure.spring.cloud.core.provider.RetryOptionsProvider.RetryMode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.plan.ClientConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What is emitted for Spring Cloud Azure, bound to its own properties, in which no emitted key may be left over. */
final class SpringCloudAzureTest {
    private static final String PREFIX = "spring.cloud.azure.eventhubs";
    private static final String CLIENT = "springCloudAzure";

    @Test
    void everyKeyIsInThePublishedMetadata() throws IOException {
        Set<String> published = published();

        assertThat(published).hasSizeGreaterThan(100);
        assertThat(published).containsAll(Emitted.toSender(CLIENT).settings().keySet());
        assertThat(published).containsAll(Emitted.toReader(CLIENT).settings().keySet());
    }

    @Test
    void aSenderIsBoundAsEmitted() {
        AzureEventHubsProperties bound = bound(Emitted.toSender(CLIENT));

        assertThat(bound.getNamespace()).isEqualTo("shop-orders");
        assertThat(bound.getEventHubName()).isEqualTo("audit");
        assertThat(bound.getClient().getTransportType()).isEqualTo(AmqpTransportType.AMQP_WEB_SOCKETS);
        assertThat(bound.getRetry().getMode()).isEqualTo(RetryMode.EXPONENTIAL);
        assertThat(bound.getRetry().getTryTimeout()).isEqualTo(Duration.ofSeconds(45));
        assertThat(bound.getRetry().getExponential().getMaxRetries()).isEqualTo(7);
        assertThat(bound.getRetry().getExponential().getBaseDelay()).isEqualTo(Duration.ofMillis(2500));
        assertThat(bound.getRetry().getExponential().getMaxDelay()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aReaderIsBoundAsEmitted() {
        AzureEventHubsProperties bound = bound(Emitted.toReader(CLIENT));

        assertThat(bound.getProcessor().getConsumerGroup()).isEqualTo("billing");
        assertThat(bound.getProcessor().getPrefetchCount()).isEqualTo(300);
        assertThat(bound.getProcessor().getLoadBalancing().getStrategy()).isEqualTo(LoadBalancingStrategy.BALANCED);
        assertThat(bound.getProcessor().getLoadBalancing().getUpdateInterval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(bound.getProcessor().getLoadBalancing().getPartitionOwnershipExpirationInterval())
                .isEqualTo(Duration.ofSeconds(60));
    }

    private static AzureEventHubsProperties bound(ClientConfiguration emitted) {
        return new Binder(new MapConfigurationPropertySource(emitted.texts()))
                .bind(
                        PREFIX,
                        Bindable.of(AzureEventHubsProperties.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true))
                .get();
    }

    private static Set<String> published() throws IOException {
        Set<String> names = new HashSet<>();
        for (URL file : Collections.list(AzureEventHubsProperties.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream json = file.openStream()) {
                new ObjectMapper()
                        .readTree(json)
                        .path("properties")
                        .forEach(property -> names.add(property.path("name").asText()));
            }
        }
        names.removeIf(name -> !name.startsWith(PREFIX));
        return names;
    }
}
