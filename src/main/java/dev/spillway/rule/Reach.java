package dev.spillway.rule;

/** How much of a stack a rule has to see. */
public enum Reach {
    /** The resource alone: its verdict is the same whatever stands beside it. */
    ALONE,
    /** The resource and those it is made in; the rest of the stack sharpens the advice and never turns the verdict. */
    UPSTREAM,
    /** Everything: what is not there decides as much as what is. */
    STACK
}
