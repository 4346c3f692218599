package dev.spillway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The concierge between two namespaces of which one goes away and comes back. */
class ConciergeTest {
    @TempDir
    private Path folder;

    @Test
    void namespacesAreNamedInOrderAsLongAsTheyAreWell() throws Exception {
        AtomicInteger first = new AtomicInteger(200);
        AtomicInteger second = new AtomicInteger(200);
        HttpServer primary = health(first);
        HttpServer secondary = health(second);
        String one = address(primary);
        String other = address(secondary);
        Class<?> type = Compiled.example("concierge", folder).loadClass("example.concierge.Concierge");
        Map<String, String> settings = Map.of(
                "EVENTGRID_ENDPOINTS", one + "," + other,
                "EVENTGRID_PROBE_PATH", "/api/health",
                "EVENTGRID_PROBE_TIMEOUT_SECONDS", "5",
                "EVENTGRID_PROBE_INTERVAL_SECONDS", "3600",
                "EVENTGRID_FAILURES_TO_LEAVE", "2",
                "PORT", "0");
        try (AutoCloseable concierge =
                (AutoCloseable) type.getMethod("start", Map.class).invoke(null, settings)) {
            int port = (int) type.getMethod("port").invoke(concierge);

            assertThat(get(port, "/endpoints"))
                    .isEqualTo("200 {\"endpoints\":[\"" + one + "\",\"" + other + "\"],\"healthy\":2}\n");

            first.set(503);
            type.getMethod("look").invoke(concierge);
            assertThat(get(port, "/endpoints")).contains("\"healthy\":2");
            type.getMethod("look").invoke(concierge);
            assertThat(get(port, "/endpoints")).isEqualTo("200 {\"endpoints\":[\"" + other + "\"],\"healthy\":1}\n");
            assertThat(get(port, "/api/health")).startsWith("200 ");

            second.set(500);
            type.getMethod("look").invoke(concierge);
            type.getMethod("look").invoke(concierge);
            assertThat(get(port, "/api/health")).startsWith("503 ");
            assertThat(get(port, "/endpoints"))
                    .isEqualTo("200 {\"endpoints\":[\"" + one + "\",\"" + other + "\"],\"healthy\":0}\n");

            first.set(200);
            type.getMethod("look").invoke(concierge);
            assertThat(get(port, "/endpoints")).isEqualTo("200 {\"endpoints\":[\"" + one + "\"],\"healthy\":1}\n");
        } finally {
            primary.stop(0);
            secondary.stop(0);
        }
    }

    private static HttpServer health(AtomicInteger status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/health", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(UTF_8));
        return answer.statusCode() + " " + answer.body();
    }
}
