package dev.spillway.testsupport.amqp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.reactor.Reactor;
import org.apache.qpid.proton.reactor.impl.AcceptorImpl;

/**
 * Stands in for the AMQP end point of one hub, on loopback: tokens, management, sends with credit, readers of partitions. What
 * it knows of throttling is its {@link Door}; how the real service decides is not published.
 */
public final class EventHubStandIn implements AutoCloseable {
    private static final int WAKE_MILLIS = 100;

    private final String hub;
    private final List<PartitionLog> partitions;
    private final EndPoint endPoint;
    private final int port;
    private final Thread thread;
    private volatile boolean isOpen = true;

    private EventHubStandIn(String hub, int partitionCount, Conduct conduct) throws IOException {
        this.hub = hub;
        this.partitions =
                IntStream.range(0, partitionCount).mapToObj(PartitionLog::new).toList();
        this.endPoint = new EndPoint(hub, partitions, conduct, Clock.systemUTC());
        Reactor reactor = Proton.reactor();
        AcceptorImpl acceptor = (AcceptorImpl) reactor.acceptor("127.0.0.1", conduct.port(), endPoint);
        this.port = acceptor.getPortNumber();
        this.thread = new Thread(() -> serve(reactor), "event-hub-stand-in-" + port);
        thread.setDaemon(true);
    }

    public static EventHubStandIn start(String hub, int partitionCount, Conduct conduct) {
        try {
            EventHubStandIn standIn = new EventHubStandIn(hub, partitionCount, conduct);
            standIn.thread.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers at once. */
    public static EventHubStandIn start(String hub, int partitionCount, Door door) {
        return start(hub, partitionCount, Conduct.of(door));
    }

    /** What a client of Azure's SDK takes: without TLS, and with a key that opens nothing anywhere else. */
    public String connectionString() {
        return "Endpoint=sb://127.0.0.1:" + port
                + ";SharedAccessKeyName=stand-in;SharedAccessKey=c3RhbmQtaW4=;EntityPath=" + hub
                + ";UseDevelopmentEmulator=true";
    }

    /** All events that were let in, partition by partition. */
    public List<StoredEvent> stored() {
        return partitions.stream().flatMap(log -> log.all().stream()).toList();
    }

    public Tally tally() {
        return endPoint.tally();
    }

    private void serve(Reactor reactor) {
        reactor.setTimeout(WAKE_MILLIS);
        reactor.start();
        while (isOpen && reactor.process()) {
            // All work is done by the handlers.
        }
        reactor.stop();
        reactor.process();
        reactor.free();
    }

    @Override
    public void close() {
        isOpen = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
