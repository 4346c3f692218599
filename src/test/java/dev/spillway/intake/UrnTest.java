package dev.spillway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UrnTest {
    private static final Urn STACK = new Urn("dev", "shop", Urn.STACK_TYPE, "shop-dev");

    @Test
    void theStackLeavesNoTraceInItsChildren() {
        assertThat(STACK.child("a:b:C", "c")).hasToString("urn:pulumi:dev::shop::a:b:C::c");
    }

    @Test
    void everyOtherParentDoes() {
        assertThat(STACK.child("a:b:C", "c").child("d:e:F", "f").child("g:h:I", "i"))
                .hasToString("urn:pulumi:dev::shop::a:b:C$d:e:F$g:h:I::i");
    }

    @Test
    void aUrnIsTheSameAfterParsing() {
        Urn urn = STACK.child("a:b:C", "c").child("d:e:F", "with::colons");

        assertThat(Urn.parse(urn.toString())).contains(urn);
        assertThat(urn.type()).isEqualTo("d:e:F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "orders", "urn:pulumi:dev::shop::a:b:C", "urn:pulumi:dev::shop::::c", "urn:pulumi:a::b::c::"
            })
    void anotherTextIsNone(String text) {
        assertThat(Urn.parse(text)).isEmpty();
    }
}
