package dev.spillway.pack;

import java.util.List;

/** Everything that is wrong with the configuration of the pack, sorted. */
final class UnusableConfiguration extends RuntimeException {
    UnusableConfiguration(List<String> problems) {
        super(String.join("\n", problems.stream().sorted().distinct().toList()));
    }
}
