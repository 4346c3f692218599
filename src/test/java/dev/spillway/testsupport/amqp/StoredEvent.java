package dev.spillway.testsupport.amqp;

import java.time.Instant;
import org.apache.qpid.proton.message.Message;

/** An event that was let in, with what Event Hubs adds to it. */
public record StoredEvent(int partition, long sequenceNumber, Instant enqueued, Message message) {
    /** The id that its sender gave it; empty where it gave none. */
    public String id() {
        return message.getMessageId() == null ? "" : message.getMessageId().toString();
    }

    /** The opaque place of the event in its partition; a reader that goes on begins behind it. */
    String offset() {
        return String.valueOf(sequenceNumber * 100);
    }
}
