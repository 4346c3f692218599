package dev.spillway.deadletter;

import java.util.Map;
import java.util.TreeMap;

/** The dead letters of one reason and one outcome, counted. */
final class Group implements Comparable<Group> {
    private static final int MOST_TYPES = 20;
    private static final String OTHER = "(other types)";

    private final String reason;
    private final String outcome;
    private long events;
    private long duplicates;
    private int mostAttempts;
    private String firstPublished = "";
    private String lastPublished = "";
    private final Map<String, Long> types = new TreeMap<>();

    Group(String reason, String outcome) {
        this.reason = reason;
        this.outcome = outcome;
    }

    void add(DeadLetter letter, boolean isDuplicate) {
        events++;
        duplicates += isDuplicate ? 1 : 0;
        mostAttempts = Math.max(mostAttempts, letter.attempts());
        String type = letter.eventType();
        types.merge(types.size() < MOST_TYPES || types.containsKey(type) ? type : OTHER, 1L, Long::sum);
        String published = letter.publishTime();
        if (!published.isEmpty()) {
            firstPublished =
                    firstPublished.isEmpty() || published.compareTo(firstPublished) < 0 ? published : firstPublished;
            lastPublished = published.compareTo(lastPublished) > 0 ? published : lastPublished;
        }
    }

    String reason() {
        return reason;
    }

    String outcome() {
        return outcome;
    }

    long events() {
        return events;
    }

    long duplicates() {
        return duplicates;
    }

    int mostAttempts() {
        return mostAttempts;
    }

    String firstPublished() {
        return firstPublished;
    }

    String lastPublished() {
        return lastPublished;
    }

    Map<String, Long> types() {
        return types;
    }

    /** What to look at before anything is sent again. */
    String advice() {
        String what = reason.toLowerCase(java.util.Locale.ROOT);
        if (what.contains("maxdeliveryattempts") || what.contains("maximum delivery attempts")) {
            return "the receiver was away longer than the attempts reach: replay when it is back";
        }
        if (what.contains("timetolive") || what.contains("expired")) {
            return "the receiver was away longer than events live: replay when it is back";
        }
        if (what.contains("badrequest") || what.contains("400") || what.contains("413")) {
            return "the receiver refused the event itself: mend the receiver or the event, a replay alone comes back";
        }
        if (what.contains("unauthorized")
                || what.contains("forbidden")
                || what.contains("401")
                || what.contains("403")) {
            return "the receiver refused Event Grid: mend its right, then replay";
        }
        return "look at the outcome of the last try before anything is replayed";
    }

    /** The largest first. */
    @Override
    public int compareTo(Group other) {
        int bySize = Long.compare(other.events, events);
        return bySize != 0 ? bySize : (reason + outcome).compareTo(other.reason + other.outcome);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Group group && reason.equals(group.reason) && outcome.equals(group.outcome);
    }

    @Override
    public int hashCode() {
        return reason.hashCode() * 31 + outcome.hashCode();
    }
}
