package dev.spillway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.DependencyResource;
import dev.spillway.view.ResourceView;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class FailingProgramTest {
    private static final String URN = "urn:pulumi:dev::shop::azure-native:resources:ResourceGroup::";

    @Test
    void whatTheProgramThrowsIsHandedOverAsItIs() {
        IllegalStateException thrown = new IllegalStateException("orders: no such tier");

        Capture capture = Programs.run(context -> {
            throw thrown;
        });

        assertThat(capture.errors()).containsExactly("orders: no such tier");
        assertThat(capture.failures()).containsExactly(thrown);
        assertThat(capture.failure(IllegalStateException.class)).containsSame(thrown);
        assertThat(capture.failure(IllegalArgumentException.class)).isEmpty();
    }

    @Test
    void anExceptionWithoutWordsIsNamedWithItsPlace() {
        Capture capture = Programs.run(context -> {
            throw new UnsupportedOperationException();
        });

        assertThat(capture.errors())
                .singleElement()
                .asString()
                .startsWith("UnsupportedOperationException at dev.spillway.monitor.FailingProgramTest.");
    }

    @Test
    void aMissingConfigurationValueIsAnError() {
        Capture capture = Programs.run(context -> context.config().require("nowhere"));

        assertThat(capture.errors())
                .singleElement()
                .asString()
                .startsWith("Missing required configuration variable 'shop:nowhere'");
    }

    @RepeatedTest(5)
    void allFailuresAreReportedWhicheverComesFirst() {
        Capture capture = Programs.run(context -> {
            ResourceGroup group = group("group");
            context.export("b", group.urn().applyValue(FailingProgramTest::fail));
            context.log().error("a: logged by the program");
            throw new IllegalStateException("c: thrown by the program");
        });

        assertThat(capture.errors())
                .containsExactly("a: logged by the program", "b: failed in an output", "c: thrown by the program");
        assertThat(capture.graph().resources()).extracting(ResourceView::name).containsExactly("group", "shop-dev");
    }

    @Test
    void aDuplicateUrnIsRefused() {
        Capture capture = Programs.run(context -> {
            group("group");
            group("group");
        });

        assertThat(capture.errors())
                .containsExactly("duplicate resource URN " + URN + "group, give each resource a name of its own");
        assertThat(capture.graph().resources()).extracting(ResourceView::name).containsExactly("group", "shop-dev");
    }

    @Test
    void anUnknownParentIsRefused() {
        Capture capture = Programs.run(context -> new ResourceGroup(
                "group",
                ResourceGroupArgs.Empty,
                CustomResourceOptions.builder()
                        .parent(new DependencyResource(URN + "nobody"))
                        .build()));

        assertThat(capture.errors())
                .containsExactly("unknown parent " + URN
                        + "nobody of azure-native:resources:ResourceGroup group, register the parent first");
    }

    @Test
    void aWarningIsNoError() {
        Capture capture = Programs.run(context -> context.log().warn("old name"));

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.warnings()).containsExactly("old name");
    }

    @Test
    void theThreadIsLeftAsItWasFound() {
        Programs.run(context -> group("group"));

        assertThat(DeploymentInstanceHolder.getInstanceOptional()).isEmpty();
    }

    private static ResourceGroup group(String name) {
        return new ResourceGroup(
                name, ResourceGroupArgs.builder().tags(Map.of("a", "b")).build());
    }

    private static String fail(String urn) {
        throw new IllegalStateException("b: failed in an output");
    }
}
