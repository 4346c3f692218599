package dev.spillway.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;

/** The way of inputs from the engine to a rule, without an engine. */
public final class Wire {
    private Wire() {}

    /** The inputs as they arrive when the engine sends them: encoded to bytes, and decoded again. */
    public static ObjectNode arrived(ObjectNode inputs) {
        try {
            return StructReader.read(Struct.parseFrom(StructWriter.write(inputs).toByteArray()));
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException("what was just written can be read", impossible);
        }
    }
}
