package dev.spillway.testsupport.amqp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.qpid.proton.message.Message;

/** The events of one partition, in the order of their arrival. */
final class PartitionLog {
    private final int number;
    private final List<StoredEvent> events = new ArrayList<>();

    PartitionLog(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    synchronized void append(Message message, Instant now) {
        events.add(new StoredEvent(number, events.size(), now, message));
    }

    synchronized List<StoredEvent> all() {
        return List.copyOf(events);
    }

    synchronized Optional<StoredEvent> at(long sequenceNumber) {
        return sequenceNumber < 0 || sequenceNumber >= events.size()
                ? Optional.empty()
                : Optional.of(events.get((int) sequenceNumber));
    }

    synchronized long size() {
        return events.size();
    }

    Optional<StoredEvent> last() {
        return at(size() - 1);
    }
}
