package dev.spillway.loadtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An HTTPS endpoint on loopback that takes batches as Event Hubs does, and answers each by a script. */
final class LoopbackHub implements AutoCloseable {
    /** What Event Hubs answers to a batch that it took. */
    static final int ACCEPTED = 201;
    /** What it answers when it is busy. */
    static final int BUSY = 503;
    /** No answer at all: the connection ends. */
    static final int HANG_UP = 0;

    private static final String PASSWORD = "loopback";
    private static final int THREADS = 8;

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final IntUnaryOperator script;
    private final List<String> authorizations = new ArrayList<>();
    private int requests;
    private long acceptedEvents;

    private LoopbackHub(HttpsServer server, IntUnaryOperator script) {
        this.server = server;
        this.script = script;
    }

    /**
     * Starts one.
     *
     * @param script the answer to each request, by its number from 0 in the order of arrival
     */
    static LoopbackHub answering(Path folder, IntUnaryOperator script)
            throws IOException, GeneralSecurityException, InterruptedException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(certificate(folder))));
        LoopbackHub hub = new LoopbackHub(server, script);
        server.createContext("/", hub::handle);
        server.setExecutor(hub.threads);
        server.start();
        return hub;
    }

    int port() {
        return server.getAddress().getPort();
    }

    synchronized int requests() {
        return requests;
    }

    synchronized long acceptedEvents() {
        return acceptedEvents;
    }

    synchronized List<String> authorizations() {
        return authorizations.stream().distinct().toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int answer = answer(exchange, body);
            if (answer != HANG_UP) {
                exchange.sendResponseHeaders(answer, -1);
            }
        }
    }

    private synchronized int answer(HttpExchange exchange, String body) {
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        int answer = script.applyAsInt(requests++);
        if (answer == ACCEPTED) {
            acceptedEvents += body.split("\"Body\"", -1).length - 1;
        }
        return answer;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static KeyStore certificate(Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("loopback.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "loopback",
                        "-dname",
                        "CN=localhost",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
