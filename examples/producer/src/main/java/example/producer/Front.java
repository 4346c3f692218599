package example.producer;

import com.azure.messaging.eventhubs.EventData;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * HTTP in front of the outbox: {@code POST /events}, the probes and the metrics. 202 is a promise: what is answered so is in Event
 * Hubs in the end, unless the pod is killed without notice. With 503 the events are still the caller's.
 */
final class Front implements AutoCloseable {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int WRONG_METHOD = 405;
    private static final int TOO_LARGE = 413;
    private static final int NOT_NOW = 503;

    private final HttpServer server;
    private final Outbox outbox;
    private final Counts counts;
    private final Settings settings;
    private final String start = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final AtomicLong number = new AtomicLong();

    Front(Outbox outbox, Counts counts, Settings settings) throws IOException {
        this.outbox = outbox;
        this.counts = counts;
        this.settings = settings;
        this.server = HttpServer.create(new InetSocketAddress(settings.port()), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/livez", exchange -> answer(exchange, OK, "alive\n"));
        server.createContext("/readyz", this::ready);
        server.createContext("/metrics", this::metrics);
        server.createContext("/events", this::events);
    }

    int start() {
        server.start();
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void ready(HttpExchange exchange) throws IOException {
        boolean isReady = outbox.isReady();
        answer(exchange, isReady ? OK : NOT_NOW, isReady ? "ready\n" : "the link is not open\n");
    }

    private void metrics(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        answer(exchange, OK, counts.asText(outbox.unsettled(), settings.bufferedEvents(), outbox.isReady()));
    }

    private void events(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, WRONG_METHOD, "POST events, one a line\n");
            return;
        }
        List<EventData> events = stamped(exchange);
        switch (outbox.offer(events)) {
            case ACCEPTED -> answer(exchange, ACCEPTED, ids(events));
            case TOO_LARGE -> answer(exchange, TOO_LARGE, "an event is larger than a batch may be\n");
            case FULL -> notNow(exchange, "the outbox is full\n");
            case STOPPING -> notNow(exchange, "this pod is about to end\n");
        }
    }

    /** A line is an event. Its id is the caller's, who may so try again after a lost answer, or one of ours. */
    private List<EventData> stamped(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Event-Id");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<EventData> events = new ArrayList<>();
        for (String line : body.lines().filter(line -> !line.isBlank()).toList()) {
            String id = given == null
                    ? settings.instance() + "-" + start + "-" + number.incrementAndGet()
                    : given + "-" + events.size();
            events.add(new EventData(line).setMessageId(id));
        }
        return events;
    }

    private static String ids(List<EventData> events) {
        return events.stream().map(event -> event.getMessageId() + "\n").collect(Collectors.joining());
    }

    private static void notNow(HttpExchange exchange, String why) throws IOException {
        exchange.getResponseHeaders().set("Retry-After", "1");
        answer(exchange, NOT_NOW, why);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
