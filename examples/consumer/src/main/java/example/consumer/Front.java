package example.consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** The probes and the metrics. */
final class Front implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_NOW = 503;

    private final HttpServer server;

    Front(Consumer consumer, int port) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/livez", exchange -> answer(exchange, OK, "alive\n"));
        server.createContext("/readyz", exchange -> {
            boolean isReady = consumer.isReady();
            answer(exchange, isReady ? OK : NOT_NOW, isReady ? "ready\n" : "it takes no part in the reading yet\n");
        });
        server.createContext("/metrics", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            answer(exchange, OK, consumer.metrics());
        });
    }

    int start() {
        server.start();
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
