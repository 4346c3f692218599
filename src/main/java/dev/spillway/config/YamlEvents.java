package dev.spillway.config;

import java.util.Iterator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What the YAML parser finds in a text, one event after the other; what it cannot get past is a problem. */
final class YamlEvents {
    private final Iterator<Event> events;
    private final ProblemLog log;
    private Place reached = Place.START;

    YamlEvents(String text, ProblemLog log) {
        this.events =
                new Parse(LoadSettings.builder().build()).parseString(text).iterator();
        this.log = log;
    }

    Event next() {
        try {
            var event = events.next();
            reached = Place.of(event.getEndMark());
            return event;
        } catch (YamlEngineException unreadable) {
            throw log.stopping(SyntaxMessage.place(unreadable), "", SyntaxMessage.text(unreadable));
        } catch (RuntimeException leaked) {
            // The scanner lets a NumberFormatException escape for "\x", among others: the text is at fault all the
            // same.
            throw log.stopping(
                    reached, "", "not YAML 1.2 behind this place (an escape or a sign), correct the text there");
        }
    }
}
