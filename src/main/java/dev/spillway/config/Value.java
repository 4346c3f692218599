package dev.spillway.config;

import java.util.List;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** One value of the document and where it stands. */
sealed interface Value {
    Place place();

    /** What a reader of messages calls it. */
    String shown();

    /** A single value as written; {@code plain} when it has no quotes and is no block of text. */
    record Scalar(String text, boolean plain, Place place) implements Value {
        private static final ScalarResolver CORE = new CoreSchema().getScalarResolver();

        /** What YAML 1.2 takes a plain scalar for. */
        enum Kind {
            NOTHING,
            BOOLEAN,
            NUMBER,
            TEXT
        }

        Kind kind() {
            var tag = CORE.resolve(text, plain);
            if (tag.equals(Tag.NULL)) {
                return Kind.NOTHING;
            }
            if (tag.equals(Tag.BOOL)) {
                return Kind.BOOLEAN;
            }
            return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Kind.NUMBER : Kind.TEXT;
        }

        @Override
        public String shown() {
            var excerpt = Excerpt.of(text);
            return plain ? excerpt : '"' + excerpt + '"';
        }
    }

    /** Keys with their values in the order of the file; not {@code whole} when entries had to be left out. */
    record Mapping(List<Entry> entries, boolean whole, Place place) implements Value {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public String shown() {
            return "a mapping";
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Value value) {}

    /** A list. */
    record Sequence(List<Value> items, Place place) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return "a list";
        }
    }

    /** What could not be read and has been reported, so that nobody reports it again. */
    record Unreadable(Place place) implements Value {
        @Override
        public String shown() {
            return "an unreadable value";
        }
    }
}
