package dev.spillway.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.Context;
import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import dev.spillway.model.HubSpec;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Functions;
import dev.spillway.monitor.Settings;
import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A namespace that is declared from Java, without a {@code stack.yaml}, keeps its units as well. */
final class LiveNamespacesTest {
    private static final String AZURE = "invocation of azure-native:eventhub:getNamespace returned an error: ";

    private final List<ObjectNode> questions = new ArrayList<>();

    @Test
    void liveUnitsAreDeclaredAndToldInTheOutputs() {
        Capture capture = run(answering(12), args -> args.resourceGroupName("rg-orders"));

        assertThat(capacity(capture)).isEqualTo(12);
        assertThat(units(capture).path("source").asText()).isEqualTo("deployed");
        assertThat(questions)
                .extracting(Object::toString)
                .containsExactly("{\"namespaceName\":\"contoso-orders\",\"resourceGroupName\":\"rg-orders\"}");
        assertThat(capture.errors()).isEmpty();
        assertThat(capture.warnings()).isEmpty();
    }

    @Test
    void theNameOfAResourceGroupOfTheSameProgramIsWaitedFor() {
        Capture capture = EmbeddedMonitor.run(
                context -> {
                    ResourceGroup group = new ResourceGroup(
                            "rg",
                            ResourceGroupArgs.builder()
                                    .resourceGroupName("rg-orders")
                                    .build());
                    declare(args -> args.resourceGroupName(group.name()));
                },
                settings(),
                answering(12));

        assertThat(capacity(capture)).isEqualTo(12);
    }

    @Test
    void aGroupThatIsKnownLaterLeavesThePlannedUnits() {
        Capture capture = EmbeddedMonitor.run(
                context -> {
                    ResourceGroup group = new ResourceGroup(
                            "rg",
                            ResourceGroupArgs.builder()
                                    .resourceGroupName("rg-orders")
                                    .build());
                    declare(args -> args.resourceGroupName(group.id()));
                },
                settings(),
                answering(12));

        assertThat(capacity(capture)).isEqualTo(1);
        assertThat(units(capture).path("reason").asText()).endsWith("live capacity not read");
        assertThat(questions).isEmpty();
    }

    @Test
    void nobodyIsAskedWhereNothingInflatesOrAllIsReset() {
        run(answering(12), args -> args.resourceGroupName("rg").autoInflate(false));
        Capture reset = run(answering(12), args -> args.resourceGroupName("rg").resetInflatedCapacity(true));

        assertThat(questions).isEmpty();
        assertThat(capacity(reset)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autorest/azure: Service returned an error. Status=404 Code=\"ResourceNotFound\" Message=\"gone\"",
                "Failure responding to request: StatusCode=404 -- Original Error: Status=404"
                        + " Code=\"ResourceGroupNotFound\"",
                "RESPONSE 404: 404 Not Found ERROR CODE: ResourceNotFound"
            })
    void whatIsNotThereYetIsNoFailure(String words) {
        Capture capture = run(refusing(AZURE + words), args -> args.resourceGroupName("rg"));

        assertThat(units(capture).path("reason").asText()).endsWith("not created yet");
        assertThat(capture.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status=403 Code=\"AuthorizationFailed\" Message=\"no access to 404\"",
                "Status=404 Code=\"SubscriptionNotFound\" Message=\"The subscription could not be found.\"",
                "Status=500 Code=\"InternalServerError\"",
                "connection reset"
            })
    void anyOtherFailureIsAWarningInAPreview(String words) {
        Capture capture = run(refusing(AZURE + words), args -> args.resourceGroupName("rg"));

        assertThat(capacity(capture)).isEqualTo(1);
        assertThat(capture.errors()).isEmpty();
        assertThat(capture.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .contains(
                                "throughputUnits 1 (default)",
                                "live capacity not read: ",
                                words,
                                "an update stops here"));
    }

    @Test
    void anAnswerWithoutUnitsIsAFailureToo() {
        Capture capture = run(
                (token, arguments) ->
                        Optional.of(JsonNodeFactory.instance.objectNode().put("name", "contoso-orders")),
                args -> args.resourceGroupName("rg"));

        assertThat(capture.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("the answer holds no sku.capacity"));
    }

    private Functions answering(int units) {
        return (token, arguments) -> {
            if (!token.endsWith(":getNamespace")) {
                return Optional.empty();
            }
            questions.add(arguments);
            ObjectNode found = JsonNodeFactory.instance.objectNode();
            found.putObject("sku").put("name", "Standard").put("capacity", units);
            return Optional.of(found);
        };
    }

    private static Functions refusing(String words) {
        return (token, arguments) -> {
            throw new IllegalStateException(words);
        };
    }

    private static Capture run(Functions azure, Consumer<EventHubsNamespaceArgs.Builder> more) {
        Consumer<Context> program = context -> declare(more);
        return EmbeddedMonitor.run(program, settings(), azure);
    }

    private static void declare(Consumer<EventHubsNamespaceArgs.Builder> more) {
        EventHubsNamespaceArgs.Builder args = EventHubsNamespaceArgs.builder()
                .namespaceName("contoso-orders")
                .location("westeurope")
                .hub(new HubSpec("orders", Optional.empty(), OptionalInt.empty(), Optional.empty(), List.of()));
        more.accept(args);
        Output<String> unused =
                new EventHubsNamespace("orders", args.build(), ComponentResourceOptions.Empty).namespaceName();
        Objects.requireNonNull(unused);
    }

    private static Settings settings() {
        return new Settings("test", "test", Map.of());
    }

    private static int capacity(Capture capture) {
        ResourceView namespace = capture.graph().resources().stream()
                .filter(resource -> resource.type().equals("azure-native:eventhub:Namespace"))
                .findFirst()
                .orElseThrow();
        return namespace.whole("sku.capacity").value();
    }

    private static JsonNode units(Capture capture) {
        return Objects.requireNonNull(capture.componentOutputs()
                        .get("urn:pulumi:test::test::" + EventHubsNamespace.TYPE + "::orders"))
                .path("effectiveSettings")
                .path("eventHubs.orders.throughputUnits");
    }
}
