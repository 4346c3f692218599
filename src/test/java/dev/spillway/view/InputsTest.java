package dev.spillway.view;

import static dev.spillway.fixture.Stacks.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading inputs that may be absent, secret, of the wrong type, or not known yet. */
class InputsTest {
    private final ResourceFixture resource = resource("a:b:C", "c");

    @Test
    void aWholeNumberMayComeAsAFloatingOne() {
        assertThat(resource.with("n", 2.0).view().whole("n")).isEqualTo(Fact.known("n", 2));
    }

    @Test
    void aFractionIsNoWholeNumber() {
        assertThat(resource.with("n", 2.5).view().whole("n"))
                .isEqualTo(Fact.unknown("n", "met a number where a whole number belongs"));
    }

    @Test
    void aNumberTooLargeToCountIsNoWholeNumber() {
        assertThat(resource.with("n", 3e9).view().whole("n").isUnknown()).isTrue();
    }

    @Test
    void anUnknownParentMakesItsChildrenUnknown() {
        assertThat(resource.unknown("spec").view().whole("spec.replicas"))
                .isEqualTo(Fact.unknown("spec.replicas", "known only after deployment"));
    }

    @Test
    void aSecretIsOpened() {
        resource.with("secret", Map.of(Inputs.SIGNATURE, Inputs.SECRET, "value", "hush"));

        assertThat(resource.view().text("secret")).isEqualTo(Fact.known("secret", "hush"));
    }

    @Test
    void listsAreReadByPosition() {
        assertThat(resource.with("list", List.of("a", "b")).view().text("list.1"))
                .isEqualTo(Fact.known("list.1", "b"));
        assertThat(resource.view().text("list[1]")).isEqualTo(Fact.known("list[1]", "b"));
        assertThat(resource.view().text("list.2")).isEqualTo(Fact.absent("list.2"));
    }

    @Test
    void aKeyWithDotsIsReadInQuotes() {
        resource.fact("role", "producer");
        String path = "spec.template.metadata.annotations[\"spillway.dev/role\"]";

        assertThat(resource.view().text(path)).isEqualTo(Fact.known(path, "producer"));
    }
}
