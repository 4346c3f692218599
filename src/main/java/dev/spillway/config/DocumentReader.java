package dev.spillway.config;

import dev.spillway.config.Value.Entry;
import dev.spillway.config.Value.Mapping;
import dev.spillway.config.Value.Scalar;
import dev.spillway.config.Value.Sequence;
import dev.spillway.config.Value.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Builds the one document of a file and refuses what could hurt or mislead: tags, merge keys, further documents, and aliases
 * that repeat themselves or too much. It works on events because the library's own composer calls itself for every level and
 * overflows the stack on deep nesting.
 */
final class DocumentReader {
    private static final int DEEPEST = 50;
    private static final long MOST_REPEATED = 10_000;

    private final ProblemLog log;
    private final YamlEvents events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Set<String> openAnchors = new HashSet<>();
    private long values;
    private long repeated;

    private DocumentReader(String text, ProblemLog log) {
        this.log = log;
        this.events = new YamlEvents(text, log);
    }

    /** The document's value; empty when the file holds none. */
    static Optional<Value> read(String text, ProblemLog log) {
        return new DocumentReader(text, log).document();
    }

    private Optional<Value> document() {
        events.next(); // the stream starts
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return Optional.empty();
        }
        var value = value(next(), "", 0);
        events.next(); // the document ends
        var afterwards = events.next();
        if (afterwards.getEventId() != Event.ID.StreamEnd) {
            log.add(place(afterwards), "", "a second document in the file, keep one");
        }
        return Optional.of(value);
    }

    /** Inside a document every event that starts something belongs to a node. */
    private NodeEvent next() {
        return (NodeEvent) events.next();
    }

    private Value value(NodeEvent start, String path, int depth) {
        if (start instanceof AliasEvent alias) {
            return repeated(alias, path);
        }
        if (depth > DEEPEST) {
            throw log.stopping(place(start), "", "nested more than " + DEEPEST + " levels deep, give a flatter file");
        }
        var anchor = start.getAnchor().map(Object::toString);
        anchor.ifPresent(openAnchors::add);
        long before = values++;
        var value = untagged(start, path, depth);
        anchor.ifPresent(name -> {
            openAnchors.remove(name);
            anchors.put(name, new Anchored(value, values - before));
        });
        return value;
    }

    private Value repeated(AliasEvent event, String path) {
        var name = event.getAlias().toString();
        if (openAnchors.contains(name)) {
            log.add(
                    place(event),
                    path,
                    "alias *" + Excerpt.of(name) + " stands inside the value it repeats, write it out");
            return new Unreadable(place(event));
        }
        var anchored = anchors.get(name);
        if (anchored == null) {
            log.add(place(event), path, "alias *" + Excerpt.of(name) + " repeats nothing, anchor a value before it");
            return new Unreadable(place(event));
        }
        values += anchored.size;
        repeated += anchored.size;
        if (repeated > MOST_REPEATED) {
            throw log.stopping(place(event), path, "aliases repeat more than 10,000 values, write them out");
        }
        return anchored.value;
    }

    private Value untagged(NodeEvent start, String path, int depth) {
        var value = bare(start, path, depth);
        var tag = start instanceof ScalarEvent scalar
                ? scalar.getTag()
                : start instanceof CollectionStartEvent collection ? collection.getTag() : Optional.<String>empty();
        if (tag.isEmpty()) {
            return value;
        }
        var written = tag.get().replace(Tag.PREFIX, "!!");
        log.add(place(start), path, "tag " + Excerpt.of(written) + " is not supported, remove it");
        return new Unreadable(place(start));
    }

    private Value bare(NodeEvent start, String path, int depth) {
        if (start instanceof ScalarEvent scalar) {
            return new Scalar(scalar.getValue(), scalar.isPlain(), place(start));
        }
        return start.getEventId() == Event.ID.SequenceStart
                ? sequence(place(start), path, depth)
                : mapping(place(start), path, depth);
    }

    private Sequence sequence(Place place, String path, int depth) {
        var items = new ArrayList<Value>();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value((NodeEvent) event, path + "[" + items.size() + "]", depth + 1));
        }
        return new Sequence(items, place);
    }

    private Mapping mapping(Place place, String path, int depth) {
        var entries = new ArrayList<Entry>();
        boolean whole = true;
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            var name = value((NodeEvent) event, path, depth + 1);
            var key = key(name, place(event), path);
            var value = value(next(), Paths.under(path, name instanceof Scalar text ? text.text() : "?"), depth + 1);
            key.ifPresent(known -> entries.add(new Entry(known, value)));
            whole &= key.isPresent();
        }
        return new Mapping(entries, whole, place);
    }

    /** The key, standing where it is used even when an alias repeats it from elsewhere. */
    private Optional<Scalar> key(Value value, Place place, String path) {
        if (value instanceof Unreadable) {
            return Optional.empty();
        }
        if (!(value instanceof Scalar key)) {
            log.add(place, path, value.shown() + " stands where a key belongs, give a name");
            return Optional.empty();
        }
        if (key.plain() && key.text().equals("<<")) {
            log.add(place, path, "merge key << is not supported, write the keys out");
            return Optional.empty();
        }
        return Optional.of(new Scalar(key.text(), key.plain(), place));
    }

    private static Place place(Event event) {
        return Place.of(event.getStartMark());
    }

    /** A value that may be repeated, and how many values it holds with those it repeats itself. */
    private record Anchored(Value value, long size) {}
}
