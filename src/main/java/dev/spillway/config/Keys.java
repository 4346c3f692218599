package dev.spillway.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of one section: declaring a key here is what makes it known. */
final class Keys {
    private final String section;
    private final Map<String, Key<?>> built = new LinkedHashMap<>();

    /** @param section its place on the contract's page, with {@code *} for a name that the user chooses */
    Keys(String section) {
        this.section = section;
    }

    <T> Key<T> required(String name, Form<T> form) {
        return declare(new Key<>(name, form, true));
    }

    <T> Key<T> optional(String name, Form<T> form) {
        return declare(new Key<>(name, form, false));
    }

    private <T> Key<T> declare(Key<T> key) {
        if (built.put(key.name(), key) != null) {
            throw new IllegalStateException(section + "." + key.name() + " is declared twice");
        }
        return key;
    }

    Collection<Key<?>> all() {
        return List.copyOf(built.values());
    }

    Optional<Key<?>> named(String name) {
        return Optional.ofNullable(built.get(name));
    }

    /** The section as a form; {@code read} checks what its keys say about each other. */
    <T> Form<T> as(String noun, Function<Fields, T> read) {
        return new SectionForm<>(noun, this, read);
    }
}
