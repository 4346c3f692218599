package dev.spillway.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

final class HiddenSecretTest {
    @Test
    void whatStandsInASecretIsRead() {
        assertThat(Inputs.text(inputs("open"), "password")).isEqualTo(Fact.known("password", "open"));
    }

    @Test
    void aSecretThatWasLeftOutOfTheFileIsUnknownNotTheTextInItsPlace() {
        assertThat(Inputs.text(inputs(Inputs.HIDDEN), "password"))
                .isEqualTo(Fact.unknown("password", "a secret that was left out"));
    }

    @Test
    void aSecretThatWasLeftOutWithItsWrapperIsUnknownToo() {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode().put("tags", Inputs.HIDDEN);

        assertThat(Inputs.text(inputs, "tags.team")).isEqualTo(Fact.unknown("tags.team", "a secret that was left out"));
    }

    @Test
    void anEncryptedSecretIsUnknown() {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        inputs.putObject("password").put(Inputs.SIGNATURE, Inputs.SECRET).put("ciphertext", "v1:abc");

        assertThat(Inputs.text(inputs, "password").isUnknown()).isTrue();
    }

    private static ObjectNode inputs(String secret) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        inputs.putObject("password").put(Inputs.SIGNATURE, Inputs.SECRET).put("value", secret);
        return inputs;
    }
}
