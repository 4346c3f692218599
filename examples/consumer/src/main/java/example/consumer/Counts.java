package example.consumer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the consumer did, for Prometheus; how far it is behind is what its scaler goes by. */
final class Counts {
    final AtomicLong processed = new AtomicLong();
    final AtomicLong repeats = new AtomicLong();
    final AtomicLong checkpoints = new AtomicLong();
    final AtomicLong errors = new AtomicLong();
    final Map<String, Long> lag = new ConcurrentSkipListMap<>();
    final Map<String, Boolean> owned = new ConcurrentHashMap<>();

    String asText(boolean isReady) {
        StringBuilder text = new StringBuilder();
        one(text, "consumer_events_processed_total", "counter", "Events whose work is done.", processed.get());
        one(text, "consumer_events_repeated_total", "counter", "Events dropped because they had been met.", repeats.get());
        one(text, "consumer_checkpoints_total", "counter", "Places kept.", checkpoints.get());
        one(text, "consumer_errors_total", "counter", "Errors of the client or of the work.", errors.get());
        one(text, "consumer_partitions_owned", "gauge", "Partitions that this pod reads.", owned.size());
        head(text, "consumer_lag_events", "gauge", "Events of a partition that are not processed.");
        lag.forEach((partition, events) -> text.append("consumer_lag_events{partition=\"")
                .append(partition)
                .append("\"} ")
                .append(events)
                .append('\n'));
        one(text, "consumer_ready", "gauge", "1 once the pod takes part in the reading.", isReady ? 1 : 0);
        return text.toString();
    }

    private static void one(StringBuilder text, String name, String type, String help, long value) {
        head(text, name, type, help);
        text.append(name).append(' ').append(value).append('\n');
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}
