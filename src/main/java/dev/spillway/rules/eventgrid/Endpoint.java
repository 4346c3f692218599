package dev.spillway.rules.eventgrid;

import dev.spillway.facts.DataRight;
import java.util.Arrays;
import java.util.Optional;

/** Destinations of Azure that an event is sent to with a key or with a role. */
enum Endpoint {
    HUB("EventHub", DataRight.SEND_TO_HUB),
    QUEUE("StorageQueue", DataRight.SEND_TO_QUEUE),
    BUS_QUEUE("ServiceBusQueue", DataRight.SEND_TO_BUS),
    BUS_TOPIC("ServiceBusTopic", DataRight.SEND_TO_BUS);

    private final String azureName;
    private final DataRight right;

    Endpoint(String azureName, DataRight right) {
        this.azureName = azureName;
        this.right = right;
    }

    static Optional<Endpoint> byName(String name) {
        return Arrays.stream(values()).filter(one -> one.azureName.equals(name)).findFirst();
    }

    /** What the sender has to be allowed. */
    DataRight right() {
        return right;
    }
}
