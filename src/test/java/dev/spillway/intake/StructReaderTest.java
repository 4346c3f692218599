package dev.spillway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.spillway.units.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StructReaderTest {
    @ParameterizedTest
    @CsvSource({
        "2.0, 2",
        "-0.0, 0",
        "1.5, 1.5",
        "2147483648, 2147483648",
        "9007199254740992, 9007199254740992",
        "1e300, 1.0E300"
    })
    void aWholeNumberIsWrittenWithoutAFraction(double number, String text) {
        assertThat(StructReader.read(number(number)).toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void whatJsonCannotHoldIsRefused(double number) {
        assertThatThrownBy(() -> StructReader.read(number(number)))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("input: " + number + " is not possible, give a finite number");
    }

    @Test
    void everyKindOfValueIsReadAndKeysAreSorted() {
        Struct struct = Struct.newBuilder()
                .putFields("text", Value.newBuilder().setStringValue("t").build())
                .putFields("flag", Value.newBuilder().setBoolValue(true).build())
                .putFields(
                        "nothing",
                        Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build())
                .putFields(
                        "list",
                        Value.newBuilder()
                                .setListValue(ListValue.newBuilder().addValues(number(1)))
                                .build())
                .putFields(
                        "inner",
                        Value.newBuilder()
                                .setStructValue(Struct.newBuilder().putFields("a", number(2)))
                                .build())
                .build();

        assertThat(StructReader.read(struct).toString())
                .isEqualTo("{\"flag\":true,\"inner\":{\"a\":2},\"list\":[1],\"nothing\":null,\"text\":\"t\"}");
    }

    private static Value number(double number) {
        return Value.newBuilder().setNumberValue(number).build();
    }
}
