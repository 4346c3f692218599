package dev.spillway.rule;

import java.util.HashMap;
import java.util.Map;

/** Values of a rule's parameters; one that was not set has its standard. */
public final class Settings {
    public static final Settings STANDARD = new Settings(Map.of());

    private final Map<Parameter<?>, Object> values;

    private Settings(Map<Parameter<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    public <T> Settings with(Parameter<T> parameter, T value) {
        Map<Parameter<?>, Object> more = new HashMap<>(values);
        more.put(parameter, value);
        return new Settings(more);
    }

    @SuppressWarnings("unchecked") // `with` lets in nothing but values of the parameter's own type.
    public <T> T get(Parameter<T> parameter) {
        return (T) values.getOrDefault(parameter, parameter.standard());
    }
}
