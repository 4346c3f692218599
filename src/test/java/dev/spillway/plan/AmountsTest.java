package dev.spillway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountsTest {
    @ParameterizedTest
    @CsvSource({"500m, 500", "1, 1000", "2.5, 2500", "0.001, 1", "1m, 1"})
    void cpuIsReadInThousandthsOfACore(String quantity, long millicores) {
        assertThat(Amounts.millicores(quantity)).isEqualTo(millicores);
    }

    @ParameterizedTest
    @CsvSource({
        "1048576, 1048576",
        "1k, 1000",
        "2M, 2000000",
        "3G, 3000000000",
        "1T, 1000000000000",
        "1Ki, 1024",
        "512Mi, 536870912",
        "1.5Gi, 1610612736",
        "1Ti, 1099511627776"
    })
    void memoryIsReadInBytes(String quantity, long bytes) {
        assertThat(Amounts.bytes(quantity)).isEqualTo(bytes);
    }

    @Test
    void anotherUnitIsNoQuantity() {
        assertThatIllegalArgumentException().isThrownBy(() -> Amounts.bytes("5Xi"));
    }
}
