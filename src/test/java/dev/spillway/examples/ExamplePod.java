package dev.spillway.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example as a process of its own, as a pod would run it, asked over HTTP. */
final class ExamplePod implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("listening on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 20;
    private static final int OK = 200;

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ExamplePod(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "log-of-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a main class.
     *
     * @param classes where the example was compiled to
     * @param settings the content of {@code azure-sdk-java.properties}
     */
    static ExamplePod start(Path classes, String main, String settings, Map<String, String> environment)
            throws IOException {
        Path folder = Files.createTempDirectory(classes, "settings");
        Files.writeString(folder.resolve("azure-sdk-java.properties"), settings);
        Map<String, String> all = new HashMap<>(Map.of("CLIENT_SETTINGS", folder.toString(), "PORT", "0"));
        all.putAll(environment);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                classes + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                main);
        builder.redirectErrorStream(true);
        builder.environment().putAll(all);
        return new ExamplePod(builder.start());
    }

    int status(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))).statusCode();
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))).body();
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** One figure of its metrics. */
    long metric(String name) throws IOException, InterruptedException {
        return get("/metrics")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    ExamplePod untilReady() throws IOException, InterruptedException {
        until(() -> status("/readyz") == OK);
        return this;
    }

    /** Waits for something that is to come; fails if it does not. */
    void until(Claim claim) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!claim.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + "; the log says " + log);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** SIGTERM, as Kubernetes begins to end a pod. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL, as a node that dies or a grace period that is over. */
    void kill() {
        process.destroyForcibly();
    }

    /** Whether it ended by itself within that time. */
    boolean hasEndedWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    String log() {
        return String.join("\n", log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:"
                + port.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join() + path);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                Matcher found = PORT.matcher(line);
                if (found.find()) {
                    port.complete(Integer.valueOf(found.group(1)));
                }
            }
        } catch (IOException ended) {
            log.add(String.valueOf(ended));
        }
        port.completeExceptionally(new IllegalStateException("ended before it listened: " + log()));
    }

    /** Something that is asked of the pod until it holds. */
    interface Claim {
        boolean holds() throws IOException, InterruptedException;
    }
}
