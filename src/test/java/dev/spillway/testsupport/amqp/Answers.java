package dev.spillway.testsupport.amqp;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;

/** What {@code $cbs} and {@code $management} answer: every token is good, and a hub and its partitions can be read. */
final class Answers {
    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final Date CREATED = Date.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final String hub;
    private final List<PartitionLog> partitions;

    Answers(String hub, List<PartitionLog> partitions) {
        this.hub = hub;
        this.partitions = partitions;
    }

    /** The answer to a token. */
    Message toToken(Message request) {
        return answer(request, ACCEPTED, "Accepted", Optional.empty());
    }

    /** The answer to a question of management. */
    Message toQuestion(Message request) {
        Map<String, Object> asked = request.getApplicationProperties().getValue();
        if (!hub.equals(asked.get("name"))) {
            return answer(request, NOT_FOUND, "no hub " + asked.get("name"), Optional.empty());
        }
        if (!"com.microsoft:partition".equals(asked.get("type"))) {
            return answer(request, OK, "OK", Optional.of(hub()));
        }
        return partitions.stream()
                .filter(log -> String.valueOf(log.number()).equals(asked.get("partition")))
                .findFirst()
                .map(log -> answer(request, OK, "OK", Optional.of(partition(log))))
                .orElseGet(
                        () -> answer(request, NOT_FOUND, "no partition " + asked.get("partition"), Optional.empty()));
    }

    private Map<String, Object> hub() {
        return Map.of(
                "name",
                hub,
                "type",
                "com.microsoft:eventhub",
                "created_at",
                CREATED,
                "partition_count",
                partitions.size(),
                "partition_ids",
                IntStream.range(0, partitions.size()).mapToObj(String::valueOf).toArray(String[]::new));
    }

    private Map<String, Object> partition(PartitionLog log) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "name",
                hub,
                "type",
                "com.microsoft:partition",
                "partition",
                String.valueOf(log.number()),
                "begin_sequence_number",
                0L));
        answer.putAll(last(log));
        answer.put("is_partition_empty", log.size() == 0);
        return answer;
    }

    /** What is known of the end of a partition, as readers ask for it too. */
    static Map<String, Object> last(PartitionLog log) {
        return Map.of(
                "last_enqueued_sequence_number", log.size() - 1,
                "last_enqueued_offset", log.last().map(StoredEvent::offset).orElse("-1"),
                "last_enqueued_time_utc",
                        log.last().map(last -> Date.from(last.enqueued())).orElse(CREATED),
                "runtime_info_retrieval_time_utc",
                        log.last().map(last -> Date.from(last.enqueued())).orElse(CREATED));
    }

    private static Message answer(Message request, int status, String text, Optional<Map<String, Object>> body) {
        Message answer = Proton.message();
        answer.setCorrelationId(request.getMessageId());
        answer.setApplicationProperties(
                new ApplicationProperties(Map.of("status-code", status, "status-description", text)));
        answer.setBody(new AmqpValue(body.orElse(Map.of())));
        return answer;
    }
}
