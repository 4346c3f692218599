package dev.spillway.units;

/** A figure that cannot be what it claims to be. It says what was met and what would be right. */
public final class InvalidValue extends IllegalArgumentException {
    public InvalidValue(String what, Object met, String right) {
        super(what + ": " + met + " is not possible, give " + right);
    }
}
