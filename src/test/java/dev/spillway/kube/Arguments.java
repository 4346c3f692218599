package dev.spillway.kube;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the programs of a control plane are started, so that all of them listen on loopback alone. */
final class Arguments {
    private static final String LOOPBACK = "127.0.0.1";

    private Arguments() {}

    static List<String> etcd(Path folder, int port, int peerPort) {
        String clients = "http://" + LOOPBACK + ":" + port;
        String peers = "http://" + LOOPBACK + ":" + peerPort;
        return List.of(
                "--name=plane",
                "--data-dir=" + folder.resolve("etcd"),
                "--unsafe-no-fsync",
                "--log-level=warn",
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=plane=" + peers);
    }

    /** It signs its own certificate; an address on loopback may be nobody's endpoint, hence no reconciler. */
    static List<String> apiServer(Path folder, Keys keys, int storePort, int port) {
        return List.of(
                "--etcd-servers=http://" + LOOPBACK + ":" + storePort,
                "--bind-address=" + LOOPBACK,
                "--advertise-address=" + LOOPBACK,
                "--secure-port=" + port,
                "--cert-dir=" + folder,
                "--endpoint-reconciler-type=none",
                "--service-cluster-ip-range=10.96.0.0/16",
                "--authorization-mode=RBAC",
                "--anonymous-auth=false",
                "--token-auth-file=" + folder.resolve("tokens.csv"),
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + keys.checking(),
                "--service-account-signing-key-file=" + keys.signing());
    }

    static List<String> controllers(Path folder, Keys keys, Path kubeconfig, int port, String... more) {
        List<String> all = client(folder, kubeconfig, port, "controllers");
        all.add("--service-account-private-key-file=" + keys.signing());
        all.add("--root-ca-file=" + folder.resolve("apiserver.crt"));
        all.add("--allocate-node-cidrs=false");
        all.addAll(List.of(more));
        return all;
    }

    static List<String> scheduler(Path folder, Path kubeconfig, int port) {
        return client(folder, kubeconfig, port, "scheduler");
    }

    private static List<String> client(Path folder, Path kubeconfig, int port, String name) {
        return new ArrayList<>(List.of(
                "--kubeconfig=" + kubeconfig,
                "--authentication-kubeconfig=" + kubeconfig,
                "--authorization-kubeconfig=" + kubeconfig,
                "--bind-address=" + LOOPBACK,
                "--secure-port=" + port,
                "--cert-dir=" + folder.resolve(name),
                "--leader-elect=false"));
    }

    static List<String> nodes(Path kubeconfig) {
        return List.of(
                "--kubeconfig=" + kubeconfig,
                "--config=" + KubeTools.HERE.resolve("stages.yaml"),
                "--manage-all-nodes=true",
                "--node-ip=10.99.0.1",
                "--cidr=10.0.0.0/16",
                "--node-lease-duration-seconds=40");
    }
}
