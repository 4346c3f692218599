package dev.spillway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;

/** One spelling for each number: the engine knows only doubles, and 2.0 is written 2. */
final class Numbers {
    /** Up to here every whole number has a double of its own. */
    private static final double EXACT = 1L << 53;

    private Numbers() {}

    static JsonNode node(double value) {
        if (value != Math.rint(value) || Math.abs(value) > EXACT) {
            return DoubleNode.valueOf(value);
        }
        long whole = (long) value;
        return whole == (int) whole ? IntNode.valueOf((int) whole) : LongNode.valueOf(whole);
    }
}
