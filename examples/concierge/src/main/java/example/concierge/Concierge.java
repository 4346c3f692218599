package example.concierge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells clients which Event Grid namespaces are well, the better one first. It runs in both regions behind a Traffic Manager
 * profile, which asks {@code /api/health}; clients ask {@code /endpoints} and then talk to the namespace itself: its certificate
 * knows its own name alone.
 */
public final class Concierge implements AutoCloseable {
    private static final int HEALTHY = 200;
    private static final int UNAVAILABLE = 503;

    private final List<URI> endpoints;
    private final URI probePath;
    private final Duration timeout;
    private final int failuresToLeave;
    private final Map<URI, Integer> failures = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final HttpServer server;

    private Concierge(List<URI> endpoints, String probePath, Duration timeout, int failuresToLeave, int port)
            throws IOException {
        this.endpoints = List.copyOf(endpoints);
        this.probePath = URI.create(probePath);
        this.timeout = timeout;
        this.failuresToLeave = failuresToLeave;
        this.server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/endpoints", this::endpoints);
        server.createContext(probePath, this::health);
    }

    /** Reads what {@code clientSettings} of the pair say; {@code PORT} is where it listens. */
    public static void main(String[] arguments) throws IOException {
        start(System.getenv());
    }

    /** Starts one; it looks at the namespaces before it answers for the first time. */
    public static Concierge start(Map<String, String> environment) throws IOException {
        Concierge concierge = new Concierge(
                Stream.of(need(environment, "EVENTGRID_ENDPOINTS").split(","))
                        .map(URI::create)
                        .toList(),
                need(environment, "EVENTGRID_PROBE_PATH"),
                Duration.ofSeconds(Long.parseLong(need(environment, "EVENTGRID_PROBE_TIMEOUT_SECONDS"))),
                Integer.parseInt(need(environment, "EVENTGRID_FAILURES_TO_LEAVE")),
                Integer.parseInt(environment.getOrDefault("PORT", "8080")));
        long interval = Long.parseLong(need(environment, "EVENTGRID_PROBE_INTERVAL_SECONDS"));
        concierge.look();
        concierge.looks.scheduleWithFixedDelay(concierge::look, interval, interval, TimeUnit.SECONDS);
        concierge.server.start();
        return concierge;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Looks at every namespace once; one that fails as often in a row as is set is not named any more. */
    public void look() {
        for (URI endpoint : endpoints) {
            if (isHealthy(endpoint)) {
                failures.remove(endpoint);
            } else {
                failures.merge(endpoint, 1, Integer::sum);
            }
        }
    }

    private boolean isHealthy(URI endpoint) {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint.resolve(probePath)).timeout(timeout).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == HEALTHY;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<URI> healthy() {
        return endpoints.stream()
                .filter(endpoint -> failures.getOrDefault(endpoint, 0) < failuresToLeave)
                .toList();
    }

    /** All of them where none is well: a namespace that answers somebody is better than no name. */
    private void endpoints(HttpExchange exchange) throws IOException {
        List<URI> named = healthy().isEmpty() ? endpoints : healthy();
        String body = named.stream().map(endpoint -> "\"" + endpoint + "\"").collect(Collectors.joining(",", "[", "]"));
        answer(exchange, HEALTHY, "{\"endpoints\":" + body + ",\"healthy\":" + healthy().size() + "}\n");
    }

    /** A concierge that sees no namespace may itself be cut off: the other one should be asked. */
    private void health(HttpExchange exchange) throws IOException {
        answer(exchange, healthy().isEmpty() ? UNAVAILABLE : HEALTHY, "{\"healthy\":" + healthy().size() + "}\n");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putAll(new TreeMap<>(Map.of(
                "Content-Type", List.of("application/json"), "Cache-Control", List.of("no-store"))));
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String need(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set, mount the clientSettings of the pair");
        }
        return value;
    }

    @Override
    public void close() {
        looks.shutdownNow();
        server.stop(0);
    }
}
