package dev.spillway.kube;

import java.util.Map;

/**
 * One control plane for all tests of a run, whose autoscalers decide every 5 s and forget after 18 s what they wished for, in
 * place of 15 s and 300 s.
 */
final class SharedPlane {
    static final int SYNC_SECONDS = 5;
    static final int CALM_SECONDS = 18;

    private SharedPlane() {}

    static ControlPlane plane() {
        return Started.PLANE;
    }

    static Api api() {
        return plane().api();
    }

    /** Pods that break the strictest of Kubernetes' standards are warned of and refused in that namespace. */
    static void restrict(String namespace) {
        api().apply(
                        Objects.namespace(
                                namespace,
                                Map.of(
                                        "pod-security.kubernetes.io/warn", "restricted",
                                        "pod-security.kubernetes.io/enforce", "restricted")),
                        "test")
                .fine();
    }

    private static final class Started {
        private static final ControlPlane PLANE = start();

        private static ControlPlane start() {
            ControlPlane plane = ControlPlane.start(
                    "--horizontal-pod-autoscaler-sync-period=" + SYNC_SECONDS + "s",
                    "--horizontal-pod-autoscaler-downscale-stabilization=" + CALM_SECONDS + "s",
                    "--horizontal-pod-autoscaler-cpu-initialization-period=5s",
                    "--horizontal-pod-autoscaler-initial-readiness-delay=1s");
            Runtime.getRuntime().addShutdownHook(new Thread(plane::close));
            return plane;
        }
    }
}
