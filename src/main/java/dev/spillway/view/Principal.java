package dev.spillway.view;

/**
 * An identity that roles are given to.
 *
 * @param holder the identity, or the resource whose own identity it is; absent where that is not in the stack
 */
public record Principal(Fact<ResourceView> holder) {}
