package dev.spillway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.azurenative.eventhub.EventhubFunctions;
import com.pulumi.azurenative.eventhub.Namespace;
import com.pulumi.azurenative.eventhub.inputs.GetNamespaceArgs;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.StackReference;
import dev.spillway.view.Inputs;
import dev.spillway.view.ResourceView;
import org.junit.jupiter.api.Test;

final class UnknownAnswersTest {
    @Test
    void aResourceThatExistsHasItsNameAndIdAndIsNobodysDeclaration() {
        String id = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.EventHub/namespaces/orders";

        Capture capture = Programs.run(context -> {
            Namespace found = Namespace.get("found", Output.of(id), null);
            context.export("name", found.name());
            context.export("id", found.id());
            context.export("location", found.location());
        });

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.stackOutputs())
                .hasToString("{\"id\":\"" + id + "\",\"location\":\"" + Inputs.UNKNOWN + "\",\"name\":\"orders\"}");
        assertThat(capture.graph().resources()).extracting(ResourceView::name).containsExactly("shop-dev");
    }

    @Test
    void whatAFunctionReturnsIsUnknown() {
        Capture capture = Programs.run(context -> context.export(
                "endpoint",
                EventhubFunctions.getNamespace(GetNamespaceArgs.builder()
                                .namespaceName("orders")
                                .resourceGroupName("rg")
                                .build())
                        .applyValue(found -> found.serviceBusEndpoint())));

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.stackOutputs()).hasToString("{\"endpoint\":\"" + Inputs.UNKNOWN + "\"}");
    }

    @Test
    void whatAnotherStackExportsIsUnknown() {
        Capture capture = Programs.run(context -> context.export(
                "subnet", new StackReference("organization/network/dev").requireOutput(Output.of("subnet"))));

        assertThat(capture.errors()).isEmpty();
        assertThat(capture.stackOutputs()).hasToString("{\"subnet\":\"" + Inputs.UNKNOWN + "\"}");
    }

    @Test
    void aGivenKubernetesNameIsKnownToOthers() {
        assertThat(nameOfConfigMap(ObjectMetaArgs.builder().name("settings").build()))
                .isEqualTo("settings");
    }

    @Test
    void aKubernetesNameThatTheProviderMakesUpIsUnknown() {
        assertThat(nameOfConfigMap(ObjectMetaArgs.builder().namespace("shop").build()))
                .isEqualTo(Inputs.UNKNOWN);
    }

    private static String nameOfConfigMap(ObjectMetaArgs metadata) {
        Capture capture = Programs.run(context -> context.export(
                "name",
                new ConfigMap("map", ConfigMapArgs.builder().metadata(metadata).build())
                        .metadata()
                        .applyValue(given -> given.name().orElse("none"))));

        assertThat(capture.errors()).isEmpty();
        return capture.stackOutputs().path("name").textValue();
    }
}
