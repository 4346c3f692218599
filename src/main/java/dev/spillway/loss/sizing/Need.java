package dev.spillway.loss.sizing;

import java.util.Optional;

/**
 * What one setting alone would have to be, the others as declared.
 *
 * @param declared the value as declared; infinity for endless, zero where it is off
 * @param most the largest value that was tried
 * @param enough the smallest value that keeps the budget; empty where none does
 * @param lostEvents what would be lost with it, or with the largest value where none is enough
 */
public record Need(
        Setting setting, String sender, double declared, double most, Optional<Enough> enough, double lostEvents) {
    /**
     * A value that keeps the budget.
     *
     * @param note the same for a client library's own settings; empty where there is nothing to say
     */
    public record Enough(double value, Method method, String note) {}
}
