package dev.spillway.monitor;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.spillway.view.Inputs;
import java.util.List;
import java.util.Set;
import pulumirpc.Resource.ReadResourceRequest;
import pulumirpc.Resource.RegisterResourceRequest;

/**
 * What is known of a resource before it exists: its inputs. As from the engine, an output with anything unknown in it is left
 * out of the answer; the SDK takes it as unknown then, and forgets which resource it hangs on.
 */
final class PreviewAnswers {
    private static final Value UNKNOWN = text(Inputs.UNKNOWN);

    /**
     * The answer to a question only the cloud could answer. One unknown field makes the SDK take the whole result as
     * unknown, whatever its type.
     */
    static final Struct UNKNOWN_RESULT =
            Struct.newBuilder().putFields("unknown", UNKNOWN).build();

    private static final String NAME = "name";
    private static final String IDENTITY = "identity";
    private static final String METADATA = "metadata";

    private PreviewAnswers() {}

    static Struct outputs(RegisterResourceRequest request) {
        Struct inputs = request.getObject();
        Struct.Builder known = inputs.toBuilder();
        if (AzureNames.isAzure(request.getType())) {
            // "name" of some types is an input of another meaning, so it never passes unless it is the name.
            known.removeFields(NAME);
            AzureNames.name(request.getType(), inputs).ifPresent(name -> known.putFields(NAME, name));
            if (inputs.containsFields(IDENTITY)) {
                // A list of ids goes in, and a map comes out whose values only the cloud knows.
                known.putFields(IDENTITY, UNKNOWN);
            }
        }
        if (request.getType().startsWith("kubernetes:") && namelessMetadata(inputs)) {
            // Without a name the provider makes one up; the output must not claim that there is none.
            known.putFields(METADATA, UNKNOWN);
        }
        List.copyOf(known.getFieldsMap().keySet()).stream()
                .filter(output -> holdsUnknown(known.getFieldsOrThrow(output)))
                .forEach(known::removeFields);
        request.getAdditionalSecretOutputsList().stream()
                .filter(known::containsFields)
                .forEach(secret -> known.putFields(secret, secret(known.getFieldsOrThrow(secret))));
        return known.build();
    }

    /**
     * What a program gets for a resource that it looks up: what it stated, the name in the id, and unknown as all the rest,
     * which the engine would read.
     *
     * @param wanted names of all outputs the program may ask for
     */
    static Struct read(ReadResourceRequest request, Set<String> wanted) {
        Struct.Builder known = request.getProperties().toBuilder();
        if (AzureNames.isAzure(request.getType())) {
            AzureNames.nameInId(request.getId()).ifPresent(name -> known.putFields(NAME, text(name)));
        }
        return markUnknown(known, wanted).build();
    }

    static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    static Value object(Struct fields) {
        return Value.newBuilder().setStructValue(fields).build();
    }

    private static Struct.Builder markUnknown(Struct.Builder known, Set<String> wanted) {
        wanted.stream()
                .filter(output -> !known.containsFields(output))
                .forEach(output -> known.putFields(output, UNKNOWN));
        return known;
    }

    private static boolean holdsUnknown(Value value) {
        return switch (value.getKindCase()) {
            case STRING_VALUE -> value.getStringValue().equals(Inputs.UNKNOWN);
            case LIST_VALUE -> value.getListValue().getValuesList().stream().anyMatch(PreviewAnswers::holdsUnknown);
            case STRUCT_VALUE ->
                value.getStructValue().getFieldsMap().values().stream().anyMatch(PreviewAnswers::holdsUnknown);
            default -> false;
        };
    }

    private static Value secret(Value value) {
        return object(Struct.newBuilder()
                .putFields(Inputs.SIGNATURE, text(Inputs.SECRET))
                .putFields("value", value)
                .build());
    }

    private static boolean namelessMetadata(Struct inputs) {
        Value metadata = inputs.getFieldsOrDefault(METADATA, Value.getDefaultInstance());
        return metadata.hasStructValue() && !metadata.getStructValue().containsFields(NAME);
    }
}
