package dev.spillway.plan;

/**
 * Whether new pods and more units come in time, for one producer. These are two rooms that never share their room: what a pod
 * cannot send yet waits in the pod, for new pods; what the namespace refuses waits in the client, for units.
 *
 * @param newPodSeconds from the burst until the pods that it needs are ready, with room on the nodes
 * @param nodeSeconds what is added where a node has to come first
 * @param podRoom what waits in the pods meanwhile, against what they hold and how long their callers wait
 * @param senderRoom what waits in the clients, against how long they go on trying
 * @param needsNewPods whether the fewest pods cannot send the peak
 * @param needsRoomOnNodes whether a pod that had to wait for a node would come too late
 */
public record ScaleOut(
        Planned<Double> newPodSeconds,
        Planned<Double> nodeSeconds,
        Planned<Verdict> podRoom,
        Planned<Verdict> senderRoom,
        boolean needsNewPods,
        boolean needsRoomOnNodes) {
    /** Whether a room is large enough. */
    public enum Verdict {
        ENOUGH("enough"),
        SHORT("short");

        private final String key;

        Verdict(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
