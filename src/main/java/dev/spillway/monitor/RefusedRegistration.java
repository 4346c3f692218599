package dev.spillway.monitor;

/** What the engine would refuse to register. */
final class RefusedRegistration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedRegistration(String message) {
        super(message);
    }
}
