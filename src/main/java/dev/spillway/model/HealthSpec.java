package dev.spillway.model;

/**
 * Where a pod tells how it is.
 *
 * @param livePath answers as long as the process is worth keeping
 * @param readyPath answers only once the link to the hub is open, so that nothing is handed to a pod that cannot send it
 */
public record HealthSpec(int port, String livePath, String readyPath) {
    public static final HealthSpec STANDARD = new HealthSpec(8080, "/health/live", "/health/ready");
}
