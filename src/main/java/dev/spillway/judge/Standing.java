package dev.spillway.judge;

import java.util.List;

/**
 * What came of an exception.
 *
 * @param covers URNs of the findings that it covers
 * @param remark why it does not hold, or what its owner should know; empty where all is well
 */
public record Standing(Waiver waiver, boolean holds, List<String> covers, String remark) {
    public Standing {
        covers = List.copyOf(covers);
    }
}
