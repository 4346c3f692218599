package dev.spillway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The way back from JSON to the wire. */
class StructWriterTest {
    @Test
    void whatIsReadBackIsWhatWasWritten() throws IOException {
        ObjectNode inputs = (ObjectNode)
                new ObjectMapper().readTree("{\"a\":{\"b\":[1,2.5,\"x\",true,null,{}]},\"c\":[],\"d\":-3000000000}");

        assertThat(StructReader.read(StructWriter.write(inputs))).isEqualTo(inputs);
    }
}
