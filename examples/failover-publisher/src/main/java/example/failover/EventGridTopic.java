package example.failover;

import com.azure.core.http.HttpPipeline;
import com.azure.core.models.CloudEvent;
import com.azure.messaging.eventgrid.EventGridPublisherClient;
import com.azure.messaging.eventgrid.EventGridPublisherClientBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** A topic of Event Grid through the Azure SDK. */
public final class EventGridTopic implements FailoverPublisher.Topic {
    private static final int HEALTHY = 200;

    private final EventGridPublisherClient<CloudEvent> client;
    private final HttpClient probe = HttpClient.newHttpClient();
    private final HttpRequest health;

    /**
     * @param pipeline with the policies of the caller: a credential, and no retries, because the publisher retries elsewhere
     *     first
     */
    public EventGridTopic(URI endpoint, HttpPipeline pipeline, FailoverSettings settings) {
        this.client = new EventGridPublisherClientBuilder()
                .endpoint(endpoint.toString())
                .pipeline(pipeline)
                .buildCloudEventPublisherClient();
        this.health = HttpRequest.newBuilder(endpoint.resolve(settings.probePath()))
                .timeout(settings.probeTimeout())
                .build();
    }

    @Override
    public void publish(List<CloudEvent> events) {
        client.sendEvents(events);
    }

    @Override
    public boolean isHealthy() {
        try {
            return probe.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == HEALTHY;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
