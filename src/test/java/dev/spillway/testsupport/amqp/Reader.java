package dev.spillway.testsupport.amqp;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.DescribedType;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.DeliveryAnnotations;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;

/** A link that reads one partition for a consumer group, from a place that its filter names. */
final class Reader {
    private static final Pattern ADDRESS = Pattern.compile("[^/]+/ConsumerGroups/([^/]+)/Partitions/(\\d+)");
    private static final Pattern PLACE = Pattern.compile("amqp\\.annotation\\.x-opt-([a-z-]+) >(=?) '([^']*)'");
    private static final Symbol EPOCH = Symbol.valueOf("com.microsoft:epoch");

    private final Sender link;
    private final PartitionLog log;
    private final String group;
    private final boolean isOwner;
    private long next;

    private Reader(Sender link, PartitionLog log, String group) {
        this.link = link;
        this.log = log;
        this.group = group;
        this.isOwner =
                link.getRemoteProperties() != null && link.getRemoteProperties().containsKey(EPOCH);
        this.next = place(link, log);
    }

    /** The reader that a link asks to be, if its address is one of a partition. */
    static Optional<Reader> of(Sender link, String address, java.util.List<PartitionLog> partitions) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) >= partitions.size()) {
            return Optional.empty();
        }
        return Optional.of(new Reader(link, partitions.get(Integer.parseInt(matcher.group(2))), matcher.group(1)));
    }

    Sender link() {
        return link;
    }

    boolean isOwner() {
        return isOwner;
    }

    boolean replaces(Reader other) {
        return other.isOwner && other.log == log && other.group.equals(group);
    }

    /** Sends what there is while there is credit; returns the next free tag. */
    long pump(long tag) {
        long used = tag;
        while (link.getCredit() > 0) {
            Optional<StoredEvent> event = log.at(next);
            if (event.isEmpty()) {
                return used;
            }
            Wire.send(link, asRead(event.get()), used++);
            next++;
        }
        return used;
    }

    private Message asRead(StoredEvent event) {
        Message stored = event.message();
        Message read = Proton.message();
        read.setProperties(stored.getProperties());
        read.setApplicationProperties(stored.getApplicationProperties());
        read.setBody(stored.getBody());
        Map<Symbol, Object> annotations = new HashMap<>();
        if (stored.getMessageAnnotations() != null) {
            annotations.putAll(stored.getMessageAnnotations().getValue());
        }
        annotations.put(Symbol.valueOf("x-opt-sequence-number"), event.sequenceNumber());
        annotations.put(Symbol.valueOf("x-opt-offset"), event.offset());
        annotations.put(Symbol.valueOf("x-opt-enqueued-time"), Date.from(event.enqueued()));
        read.setMessageAnnotations(new MessageAnnotations(annotations));
        Map<Symbol, Object> end = new HashMap<>();
        Answers.last(log).forEach((name, value) -> end.put(Symbol.valueOf(name), value));
        read.setDeliveryAnnotations(new DeliveryAnnotations(end));
        return read;
    }

    private static long place(Sender link, PartitionLog log) {
        String wanted = filter(link);
        Matcher place = PLACE.matcher(wanted);
        if (!place.find()) {
            return 0;
        }
        boolean isIncluded = place.group(2).equals("=");
        return switch (place.group(1)) {
            case "offset" -> fromOffset(place.group(3), isIncluded, log);
            case "sequence-number" -> Long.parseLong(place.group(3)) + (isIncluded ? 0 : 1);
            default -> firstAfter(Long.parseLong(place.group(3)), log);
        };
    }

    private static long fromOffset(String offset, boolean isIncluded, PartitionLog log) {
        if (offset.equals("@latest")) {
            return log.size();
        }
        long value = Long.parseLong(offset);
        return value < 0 ? 0 : value / 100 + (isIncluded ? 0 : 1);
    }

    private static long firstAfter(long epochMillis, PartitionLog log) {
        return log.all().stream()
                .filter(event -> event.enqueued().toEpochMilli() > epochMillis)
                .findFirst()
                .map(StoredEvent::sequenceNumber)
                .orElseGet(log::size);
    }

    private static String filter(Sender link) {
        if (!(link.getRemoteSource() instanceof Source source) || source.getFilter() == null) {
            return "";
        }
        Object filter = source.getFilter().get(Symbol.valueOf("apache.org:selector-filter:string"));
        return filter instanceof DescribedType described ? String.valueOf(described.getDescribed()) : "";
    }
}
