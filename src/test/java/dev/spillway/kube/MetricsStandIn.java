package dev.spillway.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the metrics server, known to the API server as metrics.k8s.io: the ready pods of a namespace share the CPU that
 * a test says, and are measured when somebody asks.
 */
final class MetricsStandIn implements AutoCloseable {
    private static final String GROUP = "/apis/metrics.k8s.io/v1beta1";
    private static final Pattern PODS = Pattern.compile(GROUP + "/namespaces/([a-z0-9-]+)/pods");
    private static final String SERVICE = "/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io";
    private static final char[] PASSWORD = "loopback".toCharArray();

    private final Api api;
    private final double windowSeconds;
    private final Map<String, ToDoubleFunction<Integer>> usages = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpsServer server;

    private MetricsStandIn(Api api, double windowSeconds) throws IOException {
        this.api = api;
        this.windowSeconds = windowSeconds;
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certified()));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        register(server.getAddress().getPort());
    }

    /** Starts one whose samples are the mean of so many seconds, and makes it known. */
    static MetricsStandIn of(Api api, double windowSeconds) {
        try {
            return new MetricsStandIn(api, windowSeconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on each ready pod of a namespace uses that, in millicores, given how many there are. */
    void use(String namespace, ToDoubleFunction<Integer> millicoresOfEach) {
        usages.put(namespace, millicoresOfEach);
    }

    @Override
    public void close() {
        api.delete(SERVICE);
        server.stop(0);
        threads.shutdownNow();
    }

    /** An ExternalName service leads the API server to loopback, without anything that plays the network. */
    private void register(int port) {
        ObjectNode service = object("v1", "Service", "metrics-stand-in");
        service.withObject("/metadata").put("namespace", "kube-system");
        service.putObject("spec")
                .put("type", "ExternalName")
                .put("externalName", "localhost")
                .putArray("ports")
                .addObject()
                .put("port", port);
        api.apply(service, "test").fine();
        ObjectNode known = object("apiregistration.k8s.io/v1", "APIService", "v1beta1.metrics.k8s.io");
        known.putObject("spec")
                .put("group", "metrics.k8s.io")
                .put("version", "v1beta1")
                .put("groupPriorityMinimum", 100)
                .put("versionPriority", 100)
                .put("insecureSkipTLSVerify", true)
                .putObject("service")
                .put("name", "metrics-stand-in")
                .put("namespace", "kube-system")
                .put("port", port);
        api.apply(known, "test").fine();
        Await.until("the API server has found the metrics", () -> Condition.of(api.get(SERVICE), "Available"));
    }

    private static ObjectNode object(String version, String kind, String name) {
        ObjectNode object =
                Api.JSON.createObjectNode().put("apiVersion", version).put("kind", kind);
        object.putObject("metadata").put("name", name);
        return object;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher pods = PODS.matcher(path);
            byte[] body = (pods.matches()
                            ? samples(pods.group(1), exchange.getRequestURI().getRawQuery())
                            : resources())
                    .toString()
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            boolean isKnown = pods.matches() || path.equals(GROUP);
            exchange.sendResponseHeaders(isKnown ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static JsonNode resources() {
        ObjectNode list = Api.JSON
                .createObjectNode()
                .put("kind", "APIResourceList")
                .put("apiVersion", "v1")
                .put("groupVersion", "metrics.k8s.io/v1beta1");
        list.putArray("resources")
                .addObject()
                .put("name", "pods")
                .put("singularName", "")
                .put("namespaced", true)
                .put("kind", "PodMetrics")
                .putPOJO("verbs", List.of("get", "list"));
        return list;
    }

    private JsonNode samples(String namespace, @Nullable String query) {
        ObjectNode list =
                Api.JSON.createObjectNode().put("kind", "PodMetricsList").put("apiVersion", "metrics.k8s.io/v1beta1");
        list.putObject("metadata");
        ArrayNode items = list.putArray("items");
        ToDoubleFunction<Integer> usage = usages.get(namespace);
        if (usage == null) {
            return list;
        }
        List<JsonNode> ready = api.list(
                        "/api/v1/namespaces/" + namespace + "/pods" + (query == null ? "" : "?" + query))
                .filter(pod -> Condition.of(pod, "Ready"))
                .toList();
        double millicores = usage.applyAsDouble(ready.size());
        ready.forEach(pod -> items.add(sample(pod, millicores)));
        return list;
    }

    private JsonNode sample(JsonNode pod, double millicores) {
        ObjectNode sample = Api.JSON
                .createObjectNode()
                .put("timestamp", Clock.systemUTC().instant().toString())
                .put("window", windowSeconds + "s");
        sample.set("metadata", pod.path("metadata"));
        ArrayNode containers = sample.putArray("containers");
        for (JsonNode container : pod.path("spec").path("containers")) {
            ObjectNode one =
                    containers.addObject().put("name", container.path("name").asText());
            one.putObject("usage")
                    .put("cpu", Math.round(millicores * 1e6) + "n")
                    .put("memory", "32Mi");
        }
        return sample;
    }

    private static SSLContext certified() throws IOException {
        Path file = Files.createTempDirectory("spillway-metrics").resolve("keys.p12");
        try {
            run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-keyalg",
                    "RSA",
                    "-dname",
                    "CN=localhost",
                    "-alias",
                    "server",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD),
                    "-keystore",
                    file.toString()));
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream input = Files.newInputStream(file)) {
                store.load(input, PASSWORD);
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate of its own cannot be used", e);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(file.getParent());
        }
    }

    private static void run(List<String> line) throws IOException {
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while a certificate was made", e);
        }
    }
}
