package dev.spillway.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * etcd, API server, controllers, scheduler and make-believe nodes, each of them real but for the nodes: started on loopback in
 * some seconds with free ports and a folder of their own. Closing stops them and removes it.
 */
final class ControlPlane implements AutoCloseable {
    static final List<String> ZONES = List.of("zone-1", "zone-2", "zone-3");
    static final int NODES_PER_ZONE = 2;

    private static final int SECONDS_TO_END = 10;

    private final Path folder;
    private final String token = UUID.randomUUID().toString();
    private final List<Process> processes = new ArrayList<>();
    private final Api api;

    private ControlPlane(Path folder, String... controllerArguments) throws IOException {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        Keys keys = Keys.in(folder);
        int store = freePort();
        int server = freePort();
        start("etcd", Arguments.etcd(folder, store, freePort()));
        Files.writeString(folder.resolve("tokens.csv"), token + ",admin,admin,system:masters\n", UTF_8);
        start("kube-apiserver", Arguments.apiServer(folder, keys, store, server));
        Path certificate = folder.resolve("apiserver.crt");
        Await.until("the API server has a certificate", () -> exists(certificate) && isAlive("kube-apiserver"));
        URI address = URI.create("https://127.0.0.1:" + server);
        writeKubeconfig(address, certificate);
        this.api = new Api(address, token, certificate);
        Await.until("the API server is ready", () -> isAlive("kube-apiserver") && api.isReady());
        start(
                "kube-controller-manager",
                Arguments.controllers(folder, keys, kubeconfig(), freePort(), controllerArguments));
        start("kube-scheduler", Arguments.scheduler(folder, kubeconfig(), freePort()));
        start("kwok", Arguments.nodes(kubeconfig()));
        defineKinds();
        addNodes();
        Await.until(
                "namespaces get their service account",
                () -> !api.find("/api/v1/namespaces/default/serviceaccounts/default")
                        .isMissingNode());
    }

    /** Starts one; its controllers get these arguments besides their own. */
    static ControlPlane start(String... controllerArguments) {
        try {
            return new ControlPlane(Files.createTempDirectory("spillway-kube"), controllerArguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Api api() {
        return api;
    }

    /** What a client of the cluster is told. */
    Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the reverse order, so that none of them misses another. */
    private synchronized void stop() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            end(processes.get(i));
        }
        processes.clear();
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private void start(String program, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(KubeTools.named(program).toString()));
        line.addAll(arguments);
        processes.add(new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program + ".log").toFile())
                .start());
    }

    /** Fails with the end of its log where the newest process is gone. */
    private boolean isAlive(String program) {
        if (processes.get(processes.size() - 1).isAlive()) {
            return true;
        }
        try {
            List<String> log = Files.readAllLines(folder.resolve(program + ".log"), UTF_8);
            throw new AssertionError(program + " ended: "
                    + String.join("\n", log.subList(Math.max(0, log.size() - 10), log.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean exists(Path file) {
        return Files.isReadable(file) && file.toFile().length() > 0;
    }

    private void writeKubeconfig(URI address, Path certificate) throws IOException {
        ObjectNode config = Api.JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Config");
        config.withArray("clusters")
                .addObject()
                .put("name", "plane")
                .putObject("cluster")
                .put("server", address.toString())
                .put("certificate-authority", certificate.toString());
        config.withArray("users")
                .addObject()
                .put("name", "admin")
                .putObject("user")
                .put("token", token);
        config.withArray("contexts")
                .addObject()
                .put("name", "plane")
                .putObject("context")
                .put("cluster", "plane")
                .put("user", "admin");
        Files.writeString(kubeconfig(), config.put("current-context", "plane").toPrettyString(), UTF_8);
    }

    private void defineKinds() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(KubeTools.named("keda-crds"))) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode definition : Manifests.in(file)) {
                    api.apply(definition, "test").fine();
                    names.add(api.pathOf(definition));
                }
            }
        }
        Await.until(
                "KEDA's kinds can be used",
                () -> names.stream().allMatch(name -> Condition.of(api.get(name), "Established")));
    }

    private void addNodes() {
        int number = 0;
        for (String zone : ZONES) {
            for (int i = 0; i < NODES_PER_ZONE; i++) {
                api.post("/api/v1/nodes", node("node-" + ++number, zone)).fine();
            }
        }
        Await.until(
                "the nodes are ready", () -> api.list("/api/v1/nodes").allMatch(node -> Condition.of(node, "Ready")));
    }

    private static String node(String name, String zone) {
        ObjectNode node = Api.JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Node");
        node.putObject("metadata")
                .put("name", name)
                .putObject("labels")
                .put("kubernetes.io/hostname", name)
                .put("kubernetes.io/os", "linux")
                .put("topology.kubernetes.io/zone", zone);
        for (String room : List.of("allocatable", "capacity")) {
            node.withObject("/status/" + room)
                    .put("cpu", "32")
                    .put("memory", "128Gi")
                    .put("pods", "110")
                    .put("ephemeral-storage", "100Gi");
        }
        return node.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
