package dev.spillway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Latency and failures on a script: a JSON list of {@code {"fault", "operation", "type", "name", "call", "milliseconds"}}.
 * Operation is {@code create, read, update, delete} or {@code invoke}; type, name and operation match all when left
 * out; call is the nth call that matches (the first when left out; 0 is every one), counted in the cloud's file so that
 * it goes on after a crash.
 */
final class Faults {
    /** What can go wrong. */
    enum Fault {
        SLOW("slow"),
        THROTTLED("throttled"),
        FORBIDDEN("forbidden"),
        IN_TRANSITION("inTransition"),
        SERVER_ERROR("serverError"),
        CRASH_BEFORE("crashBefore"),
        CRASH_AFTER("crashAfter");

        private final String word;

        Fault(String word) {
            this.word = word;
        }

        static Fault of(String word) {
            for (Fault fault : values()) {
                if (fault.word.equals(word)) {
                    return fault;
                }
            }
            throw new IllegalArgumentException("stand-in for Azure: no fault is called \"" + word + "\"");
        }
    }

    /** The faults that one call meets. */
    record Met(List<Fault> faults, long milliseconds) {}

    private record Row(int number, Fault fault, String operation, String type, String name, int call, long millis) {
        boolean matches(String aboutOperation, String aboutType, String aboutName) {
            return (operation.isEmpty() || operation.equals(aboutOperation))
                    && (type.isEmpty() || type.equals(aboutType))
                    && (name.isEmpty() || name.equals(aboutName));
        }
    }

    static final Faults NONE = new Faults(List.of());

    private final List<Row> rows;

    private Faults(List<Row> rows) {
        this.rows = rows;
    }

    static Faults script(Path file) {
        try {
            List<Row> rows = new ArrayList<>();
            for (JsonNode row : Json.MAPPER.readTree(file.toFile())) {
                rows.add(new Row(
                        rows.size(),
                        Fault.of(row.path("fault").asText()),
                        row.path("operation").asText(),
                        row.path("type").asText(),
                        row.path("name").asText(),
                        row.path("call").asInt(1),
                        row.path("milliseconds").asLong(1000)));
            }
            return new Faults(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("stand-in for Azure: the script of faults cannot be read: " + file, e);
        }
    }

    Met meet(String operation, String type, String name, Cloud cloud) {
        List<Row> matching =
                rows.stream().filter(row -> row.matches(operation, type, name)).toList();
        if (matching.isEmpty()) {
            return new Met(List.of(), 0);
        }
        List<Row> due = cloud.change(state -> matching.stream()
                .map(row -> Map.entry(row, state.meet(String.valueOf(row.number())) + 1))
                .filter(met -> met.getKey().call() == 0 || met.getKey().call() == met.getValue())
                .map(Map.Entry::getKey)
                .toList());
        long slow = due.stream()
                .filter(row -> row.fault() == Fault.SLOW)
                .mapToLong(Row::millis)
                .sum();
        return new Met(due.stream().map(Row::fault).toList(), slow);
    }

    /** What the service answers in place of doing it, if anything. */
    static void refuse(Met met, String id) {
        for (Fault fault : met.faults()) {
            switch (fault) {
                case THROTTLED ->
                    throw new Refusal(
                            429,
                            "TooManyRequests",
                            "The request is being throttled as the limit has been reached for operation type on " + id
                                    + ". Retry after 17 seconds.");
                case FORBIDDEN ->
                    throw new Refusal(
                            403,
                            "AuthorizationFailed",
                            "The client does not have authorization to perform this action over scope '" + id + "'.");
                case IN_TRANSITION ->
                    throw Refusal.conflict("The operation on " + id
                            + " cannot be done now, because the resource is in transition. Please retry later.");
                case SERVER_ERROR ->
                    throw new Refusal(
                            500,
                            "InternalServerError",
                            "The service met an internal error on " + id + ". Please retry.");
                default -> {}
            }
        }
    }
}
