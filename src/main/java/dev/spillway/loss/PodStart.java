package dev.spillway.loss;

/**
 * How long a new pod takes until it works.
 *
 * @param podStartSeconds schedule, image and readiness, with a free slot on a node
 * @param freePodSlots pods that still fit on the nodes there are; infinity where room never runs out
 * @param podsPerNode slots that one further node brings
 * @param nodeProvisionSeconds from the request of a node until it takes pods
 * @param clusterAutoscalerScanSeconds until the cluster autoscaler notices a pod without a slot
 */
public record PodStart(
        double podStartSeconds,
        double freePodSlots,
        int podsPerNode,
        double nodeProvisionSeconds,
        double clusterAutoscalerScanSeconds) {
    private static final int PODS_PER_NODE = 10;
    private static final double NODE_PROVISION_SECONDS = 180;
    private static final double SCAN_SECONDS = 10;

    public PodStart {
        Require.zeroOrMore("podStartSeconds", podStartSeconds);
        Require.zeroOrMoreOrEndless("freePodSlots", freePodSlots);
        Require.atLeast(1, "podsPerNode", podsPerNode);
        Require.zeroOrMore("nodeProvisionSeconds", nodeProvisionSeconds);
        Require.zeroOrMore("clusterAutoscalerScanSeconds", clusterAutoscalerScanSeconds);
    }

    /** Every pod finds a slot at once. */
    public static PodStart after(double podStartSeconds) {
        return new PodStart(
                podStartSeconds, Double.POSITIVE_INFINITY, PODS_PER_NODE, NODE_PROVISION_SECONDS, SCAN_SECONDS);
    }

    PodStart withPodStart(double seconds) {
        return new PodStart(seconds, freePodSlots, podsPerNode, nodeProvisionSeconds, clusterAutoscalerScanSeconds);
    }

    PodStart withNodeProvision(double seconds) {
        return new PodStart(podStartSeconds, freePodSlots, podsPerNode, seconds, clusterAutoscalerScanSeconds);
    }

    boolean mayNeedNodes() {
        return Double.isFinite(freePodSlots);
    }

    double nodeSeconds() {
        return clusterAutoscalerScanSeconds + nodeProvisionSeconds;
    }
}
