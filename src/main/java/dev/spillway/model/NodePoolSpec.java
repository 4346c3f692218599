package dev.spillway.model;

import java.util.Optional;
import java.util.OptionalInt;

/** A pool of nodes as asked for; what is empty is derived. */
public record NodePoolSpec(Optional<String> vmSize, OptionalInt minNodes, OptionalInt maxNodes) {
    public static final NodePoolSpec DERIVED =
            new NodePoolSpec(Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
}
