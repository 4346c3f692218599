package dev.spillway.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An API server, asked as an administrator. */
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String MERGE = "application/merge-patch+json";
    private static final String APPLY = "application/apply-patch+yaml";
    private static final int NOT_FOUND = 404;

    private final URI server;
    private final String token;
    private final HttpClient client;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    Api(URI server, String token, Path certificate) {
        this.server = server;
        this.token = token;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(certificate))
                .build();
    }

    /** What the server answered. */
    record Answer(String request, int status, JsonNode body, List<String> warnings) {
        boolean isFine() {
            return status < 300;
        }

        String message() {
            return status + " " + body.path("message").asText();
        }

        /** The body; fails with what the server said where it refused. */
        JsonNode fine() {
            if (!isFine()) {
                throw new AssertionError(request + ": " + message());
            }
            return body;
        }
    }

    /** Where the objects of a kind are. */
    private record Kind(String group, String plural, boolean isNamespaced) {
        String place(String namespace) {
            return group + (isNamespaced ? "/namespaces/" + namespace : "") + "/" + plural;
        }
    }

    boolean isReady() {
        try {
            return send("GET", "/readyz", "", "").isFine();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    JsonNode get(String path) {
        return send("GET", path, "", "").fine();
    }

    /** Missing where there is none. */
    JsonNode find(String path) {
        Answer answer = send("GET", path, "", "");
        return answer.status == NOT_FOUND ? MissingNode.getInstance() : answer.fine();
    }

    Stream<JsonNode> list(String path) {
        Stream.Builder<JsonNode> items = Stream.builder();
        get(path).path("items").forEach(items::add);
        return items.build();
    }

    Answer post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    Answer merge(String path, String json) {
        return send("PATCH", path, MERGE, json);
    }

    /** The same for an object's status. */
    Answer mergeStatus(String path, String json) {
        return merge(path + "/status", json);
    }

    Answer delete(String path) {
        return send("DELETE", path, "", "");
    }

    /** Server-side apply as somebody who is called so; what others own is taken from them. */
    Answer apply(JsonNode manifest, String manager, String... more) {
        String query = Stream.concat(Stream.of("force=true", "fieldManager=" + manager), Stream.of(more))
                .reduce((one, other) -> one + "&" + other)
                .orElseThrow();
        return send("PATCH", pathOf(manifest) + "?" + query, APPLY, manifest.toString());
    }

    /** The path of an object, found by what the server says of its kind. */
    String pathOf(JsonNode manifest) {
        JsonNode meta = manifest.path("metadata");
        String namespace = meta.path("namespace").asText("default");
        return kind(manifest.path("apiVersion").asText(), manifest.path("kind").asText())
                        .place(namespace) + "/" + meta.path("name").asText();
    }

    private Kind kind(String version, String kind) {
        return kinds.computeIfAbsent(version + "/" + kind, key -> {
            String group = (version.contains("/") ? "/apis/" : "/api/") + version;
            for (JsonNode resource : get(group).path("resources")) {
                String plural = resource.path("name").asText();
                if (resource.path("kind").asText().equals(kind) && !plural.contains("/")) {
                    return new Kind(group, plural, resource.path("namespaced").asBoolean());
                }
            }
            throw new AssertionError("the server knows no kind " + key);
        });
    }

    private Answer send(String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, UTF_8));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Answer(
                    method + " " + path,
                    response.statusCode(),
                    read(response.body()),
                    response.headers().allValues("Warning"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the API server was asked", e);
        }
    }

    /** Health is told in plain words. */
    private static JsonNode read(String body) throws IOException {
        return body.startsWith("{")
                ? JSON.readTree(body)
                : JSON.getNodeFactory().textNode(body);
    }

    private static SSLContext trusting(Path certificates) {
        try (InputStream input = Files.newInputStream(certificates)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(input)) {
                store.setCertificateEntry("server-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the server's certificate cannot be trusted", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
