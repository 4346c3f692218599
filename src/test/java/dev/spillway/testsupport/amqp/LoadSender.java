package dev.spillway.testsupport.amqp;

import com.azure.messaging.eventhubs.EventData;
import java.util.List;
import java.util.stream.IntStream;

/** A way to hand events to a client of Azure's SDK. */
public interface LoadSender extends AutoCloseable {
    /** The average of the incident. */
    String BODY = "x".repeat(900);

    /** Opens the links, so that the load meets no handshake. */
    void warmUp();

    /** How many events one send is made of; the load comes in multiples of it. */
    int eventsPerSend();

    /** Offers so many events from that number on, without waiting for an answer. */
    void offer(int first, int events);

    /** Events that are neither acknowledged nor given up. */
    int pendingEvents();

    /** For each send that failed, for how many seconds it was tried. */
    List<Double> gaveUpAfter();

    @Override
    void close();

    /** Events with their numbers as ids. */
    static List<EventData> numbered(int first, int events) {
        return IntStream.range(first, first + events)
                .mapToObj(number -> new EventData(BODY).setMessageId("e" + number))
                .toList();
    }
}
