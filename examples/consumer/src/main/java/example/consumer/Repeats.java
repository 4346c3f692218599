package example.consumer;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last ids of one partition. Whoever resends an event, a client or a caller, gives it the same id. */
final class Repeats {
    private final Map<String, Boolean> last;

    Repeats(int remembered) {
        this.last = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > remembered;
            }
        };
    }

    boolean hasSeen(String id) {
        return last.containsKey(id);
    }

    /** To be called once the work on the event is done, so that an event whose work failed is taken again. */
    void remember(String id) {
        last.put(id, Boolean.TRUE);
    }
}
