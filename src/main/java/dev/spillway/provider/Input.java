package dev.spillway.provider;

import com.google.protobuf.Value;
import com.pulumi.core.internal.Constants;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One value as it arrives, freed of the envelopes that the engine puts around it.
 *
 * @param value empty when it is not known before deployment
 * @param dependencies URNs of the resources that it comes from
 */
record Input(Optional<Value> value, boolean isSecret, Set<String> dependencies) {
    Input {
        dependencies = Set.copyOf(dependencies);
    }

    static Input of(Value arrived) {
        if (arrived.hasStringValue() && arrived.getStringValue().equals(Constants.UnknownValue)) {
            return new Input(Optional.empty(), false, Set.of());
        }
        return switch (signature(arrived)) {
            case Constants.SpecialSecretSig -> {
                Input inner = of(field(arrived, Constants.SecretValueName).orElseGet(Value::getDefaultInstance));
                yield new Input(inner.value, true, inner.dependencies);
            }
            case Constants.SpecialOutputSig -> output(arrived);
            default -> new Input(Optional.of(arrived), false, Set.of());
        };
    }

    /** An envelope without a value is one whose value is not known. */
    private static Input output(Value envelope) {
        Optional<Input> inner = field(envelope, Constants.SecretValueName).map(Input::of);
        Set<String> dependencies = new TreeSet<>();
        field(envelope, Constants.DependenciesName)
                .ifPresent(urns ->
                        urns.getListValue().getValuesList().forEach(urn -> dependencies.add(urn.getStringValue())));
        inner.ifPresent(known -> dependencies.addAll(known.dependencies));
        boolean isSecret =
                field(envelope, Constants.SecretName).map(Value::getBoolValue).orElse(false)
                        || inner.map(Input::isSecret).orElse(false);
        return new Input(inner.flatMap(Input::value), isSecret, dependencies);
    }

    Input with(Iterable<String> more) {
        Set<String> all = new TreeSet<>(dependencies);
        more.forEach(all::add);
        return new Input(value, isSecret, all);
    }

    /** The URN of the resource that this is; empty when it is none. */
    Optional<String> urn() {
        return value.filter(held -> signature(held).equals(Constants.SpecialResourceSig))
                .flatMap(held -> field(held, Constants.ResourceUrnName))
                .map(Value::getStringValue);
    }

    /** Whether this is a resource, a file or an archive, and no plain value. */
    boolean isObjectOfTheEngine() {
        return value.filter(held -> !signature(held).isEmpty()).isPresent();
    }

    boolean isAbsent() {
        return value.filter(held -> held.hasNullValue() || held.equals(Value.getDefaultInstance()))
                .isPresent();
    }

    private static String signature(Value value) {
        return field(value, Constants.SpecialSigKey).map(Value::getStringValue).orElse("");
    }

    private static Optional<Value> field(Value value, String name) {
        return Optional.ofNullable(value.getStructValue().getFieldsMap().get(name));
    }
}
