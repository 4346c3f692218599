package dev.spillway.loss;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The sends that the broker has refused and their clients still hold, each on its own two levels of retries: waits inside a
 * try by the refusals of its link in a row, waits between tries by its failed tries.
 */
final class LinkSends {
    private static final int FIRST_ROOM = 1 << 10;

    private final LinkClient[] clients;
    private final Gate gate;
    private final RandomGenerator random;
    private final Ledger ledger;
    private final CalendarQueue queue = new CalendarQueue();
    private double[] events = new double[FIRST_ROOM];
    private double[] ageSeconds = new double[FIRST_ROOM];
    private double[] sentAt = new double[FIRST_ROOM];
    private double[] tryBegan = new double[FIRST_ROOM];
    private int[] client = new int[FIRST_ROOM];
    private int[] link = new int[FIRST_ROOM];
    private int[] kind = new int[FIRST_ROOM];
    private int[] failedTries = new int[FIRST_ROOM];
    private boolean[] stored = new boolean[FIRST_ROOM];
    private int[] free = new int[FIRST_ROOM];
    private int freeCount;
    private int everUsed;
    private double now;
    private long refusals;

    LinkSends(LinkClient[] clients, Gate gate, RandomGenerator random, Ledger ledger) {
        this.clients = clients;
        this.gate = gate;
        this.random = random;
        this.ledger = ledger;
    }

    /** How often the broker refused anything so far. */
    long refusals() {
        return refusals;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** How many sends are repeated on that day of the queue. */
    int takeDay(long day) {
        return queue.takeDay(day);
    }

    /** When one of the sends of the day is repeated. */
    double dueToday(int place) {
        return queue.dueToday(place);
    }

    /** Repeats one of the sends of the day. */
    void repeat(int place) {
        now = queue.dueToday(place);
        attempt(queue.idToday(place));
    }

    /** Sends for the first time. */
    void send(int byClient, int overLink, double volume, double agedSeconds, double atSeconds) {
        now = atSeconds;
        int id = freeCount > 0 ? free[--freeCount] : newId();
        events[id] = volume;
        ageSeconds[id] = agedSeconds;
        sentAt[id] = now;
        tryBegan[id] = now;
        client[id] = byClient;
        link[id] = overLink;
        kind[id] = gate.drawKind(random);
        failedTries[id] = 0;
        stored[id] = false;
        attempt(id);
    }

    private void attempt(int id) {
        if (gate.admits(kind[id], events[id])) {
            accept(id);
        } else {
            refuse(id);
        }
    }

    private void accept(int id) {
        LinkClient owner = clients[client[id]];
        owner.accepted(link[id]);
        boolean again = stored[id];
        stored[id] = true;
        ledger.accepted(client[id], events[id], ageSeconds[id], sentAt[id], now, again);
        double tryEnds = tryBegan[id] + owner.waits().tryTimeoutSeconds();
        if (now + owner.answerSeconds() > tryEnds) {
            endTry(id, tryEnds);
        } else {
            release(id);
        }
    }

    private void refuse(int id) {
        LinkClient owner = clients[client[id]];
        LinkWaits waits = owner.waits();
        double tryEnds = tryBegan[id] + waits.tryTimeoutSeconds();
        double answered = Math.min(tryEnds, now + owner.answerSeconds());
        int inARow = owner.refused(link[id]);
        refusals++;
        if (now == sentAt[id] && !ledger.holds(client[id], events[id], now)) {
            release(id);
            return;
        }
        if (inARow <= waits.maxRetries() && answered + waits.innerSeconds(inARow) < tryEnds) {
            queue.add(id, answered + waits.innerSeconds(inARow));
        } else {
            endTry(id, answered);
        }
    }

    private void endTry(int id, double atSeconds) {
        LinkWaits waits = clients[client[id]].waits();
        if (++failedTries[id] > waits.maxRetries() || waits.failsAtOnce()) {
            ledger.gaveUp(client[id], events[id], sentAt[id], atSeconds, stored[id]);
            release(id);
            return;
        }
        tryBegan[id] = atSeconds + waits.outerSeconds(failedTries[id], random);
        queue.add(id, tryBegan[id]);
    }

    private void release(int id) {
        free[freeCount++] = id;
    }

    private int newId() {
        if (everUsed == events.length) {
            int room = 2 * everUsed;
            events = Arrays.copyOf(events, room);
            ageSeconds = Arrays.copyOf(ageSeconds, room);
            sentAt = Arrays.copyOf(sentAt, room);
            tryBegan = Arrays.copyOf(tryBegan, room);
            client = Arrays.copyOf(client, room);
            link = Arrays.copyOf(link, room);
            kind = Arrays.copyOf(kind, room);
            failedTries = Arrays.copyOf(failedTries, room);
            stored = Arrays.copyOf(stored, room);
            free = Arrays.copyOf(free, room);
        }
        return everUsed++;
    }

    /** Takes note of what becomes of the sends; moments are seconds. */
    interface Ledger {
        /**
         * The broker took a send in.
         *
         * @param again the broker had stored this send before, and its client never heard of it
         */
        void accepted(int client, double events, double ageSeconds, double sentAt, double acceptedAt, boolean again);

        /** Whether the client has room to hold a send that was refused for the first time; if not, it is lost. */
        boolean holds(int client, double events, double refusedAt);

        /**
         * The client gave a send up.
         *
         * @param stored the broker has it all the same
         */
        void gaveUp(int client, double events, double sentAt, double gaveUpAt, boolean stored);
    }
}
