package example.producer;

import java.util.concurrent.atomic.AtomicLong;

/** What the producer did, for Prometheus. Accepted less acknowledged is what a kill would lose. */
final class Counts {
    final AtomicLong accepted = new AtomicLong();
    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong resent = new AtomicLong();
    final AtomicLong refusedFull = new AtomicLong();
    final AtomicLong refusedStopping = new AtomicLong();
    final AtomicLong refusedTooLarge = new AtomicLong();
    final AtomicLong sends = new AtomicLong();
    final AtomicLong sendsInFlight = new AtomicLong();
    final AtomicLong sendsFailed = new AtomicLong();

    String asText(long unsettled, long limit, boolean isReady) {
        StringBuilder text = new StringBuilder();
        one(text, "producer_events_accepted_total", "counter", "Events answered with 202.", accepted.get());
        one(text, "producer_events_acknowledged_total", "counter", "Events that Event Hubs has.", acknowledged.get());
        one(text, "producer_events_resent_total", "counter", "Events sent anew, with their old id.", resent.get());
        head(text, "producer_events_refused_total", "counter", "Events that their sender still has.");
        refused(text, "full", refusedFull.get());
        refused(text, "stopping", refusedStopping.get());
        refused(text, "too_large", refusedTooLarge.get());
        one(text, "producer_events_unsettled", "gauge", "Events accepted and not acknowledged.", unsettled);
        one(text, "producer_events_unsettled_limit", "gauge", "How many of them there may be.", limit);
        one(text, "producer_sends_total", "counter", "Batches sent.", sends.get());
        one(text, "producer_sends_failed_total", "counter", "Batches that the client gave up.", sendsFailed.get());
        one(text, "producer_sends_in_flight", "gauge", "Batches under way.", sendsInFlight.get());
        one(text, "producer_ready", "gauge", "1 while the link is open.", isReady ? 1 : 0);
        return text.toString();
    }

    private static void refused(StringBuilder text, String reason, long value) {
        text.append("producer_events_refused_total{reason=\"").append(reason).append("\"} ").append(value).append('\n');
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
