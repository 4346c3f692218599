package dev.spillway.standin;

import java.util.List;

/**
 * What is wrong with one value.
 *
 * @param path the steps to the value; a step into a list is written {@code [0]}
 */
record Complaint(List<String> path, String reason) {
    Complaint {
        path = List.copyOf(path);
    }

    String property() {
        return String.join(".", path).replace(".[", "[");
    }
}
