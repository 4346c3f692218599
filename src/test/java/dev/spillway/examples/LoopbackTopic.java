package dev.spillway.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** A topic of Event Grid on this machine: takes CloudEvents, says how it is, and goes away when it is told to. */
final class LoopbackTopic implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final List<String> taken = new ArrayList<>();
    private int refusals;
    private volatile boolean isAway;

    LoopbackTopic() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/events", this::publish);
        server.createContext("/api/health", this::health);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/events");
    }

    void goAway() {
        isAway = true;
    }

    void comeBack() {
        isAway = false;
    }

    /** Ids of everything that it has kept, in order. */
    synchronized List<String> taken() {
        return List.copyOf(taken);
    }

    synchronized int refusals() {
        return refusals;
    }

    /** The first refusal comes too late: the events are kept, and nobody is told. */
    private synchronized void publish(HttpExchange exchange) throws IOException {
        JsonNode events = JSON.readTree(exchange.getRequestBody());
        if (isAway) {
            refusals++;
        }
        if (!isAway || refusals == 1) {
            events.forEach(event -> taken.add(event.path("id").asText()));
        }
        answer(exchange, isAway ? UNAVAILABLE : OK);
    }

    private void health(HttpExchange exchange) throws IOException {
        answer(exchange, isAway ? UNAVAILABLE : OK);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
