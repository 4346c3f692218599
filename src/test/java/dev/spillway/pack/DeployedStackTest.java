package dev.spillway.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spillway.rule.Deployed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment says; that the engine's command line is asked without it is shown in the engine. */
final class DeployedStackTest {
    private static final String URN = "urn:pulumi:dev::shop::azure-native:eventhub:Namespace::orders";
    private static final Run DEV = Run.of("shop", "dev", true);

    @TempDir
    private Path folder;

    @Test
    void theNamedStateIsRead() throws IOException {
        Deployed deployed = DeployedStack.of(Optional.of(state())).of(DEV, "").get();

        assertThat(deployed.isKnown()).isTrue();
        assertThat(deployed.find(URN)).isPresent();
    }

    @Test
    void theNamedStateIsUsedWithoutARunToo() throws IOException {
        assertThat(DeployedStack.of(Optional.of(state())).ofNoRun().get().find(URN))
                .isPresent();
    }

    @Test
    void noneAsksNobody() {
        assertThat(DeployedStack.of(Optional.of("none")).of(DEV, "").get().isKnown())
                .isFalse();
    }

    @Test
    void withoutACommandLineAboveNothingIsKnown() {
        assertThat(DeployedStack.unknown().of(DEV, "organization").get().isKnown())
                .isFalse();
    }

    @Test
    void theStateOfAnotherStackIsAnError() throws IOException {
        DeployedStack named = DeployedStack.of(Optional.of(state()));

        assertThatThrownBy(() -> named.of(Run.of("shop", "live", true), ""))
                .isInstanceOf(UnusableConfiguration.class)
                .hasMessage("SPILLWAY_AGAINST: " + folder.resolve("state.json")
                        + " is the state of shop/dev, give that of shop/live");
    }

    @Test
    void aStateThatCannotBeReadIsAnError() {
        DeployedStack named =
                DeployedStack.of(Optional.of(folder.resolve("nowhere.json").toString()));

        assertThatThrownBy(() -> named.of(DEV, ""))
                .isInstanceOf(UnusableConfiguration.class)
                .hasMessageStartingWith("SPILLWAY_AGAINST: ")
                .hasMessageContaining("does not exist, give the state that pulumi stack export writes");
    }

    private String state() throws IOException {
        return Files.writeString(
                        folder.resolve("state.json"),
                        "{\"version\": 3, \"deployment\": {\"resources\": [{\"urn\": \"" + URN
                                + "\", \"protect\": true}]}}")
                .toString();
    }
}
