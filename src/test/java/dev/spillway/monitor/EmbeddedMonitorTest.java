package dev.spillway.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.intake.GraphJson;
import dev.spillway.view.Inputs;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class EmbeddedMonitorTest {
    private static final long ENDS_WITHIN_MILLIS = 10_000;

    private static final String URN = "urn:pulumi:dev::shop::";
    private static final String STREAM = URN + "spillway:index:EventStream::orders";
    private static final String GROUP = URN + "azure-native:resources:ResourceGroup::group";
    private static final String NAMESPACE =
            URN + "spillway:index:EventStream$azure-native:eventhub:Namespace::orders-namespace";
    private static final String HUB = URN + "spillway:index:EventStream$azure-native:eventhub:EventHub::orders-hub";

    private static Capture capture;

    @BeforeAll
    static void run() {
        capture = Programs.run(SampleProgram::declare);
    }

    @Test
    void aGoodProgramHasNoErrors() {
        assertThat(capture.errors()).isEmpty();
        assertThat(capture.warnings()).isEmpty();
        assertThat(capture.failures()).isEmpty();
    }

    @Test
    void urnsAreTheEnginesAndSorted() {
        assertThat(capture.graph().resources())
                .extracting(ResourceView::urn)
                .containsExactly(
                        GROUP,
                        URN + "kubernetes:autoscaling/v2:HorizontalPodAutoscaler::billing",
                        URN + "pulumi:providers:kubernetes::cluster",
                        Programs.STACK_URN,
                        URN + "spillway:index:EventStream$azure-native:eventhub:EventHub$"
                                + "azure-native:eventhub:ConsumerGroup::orders-readers",
                        HUB,
                        NAMESPACE,
                        STREAM);
    }

    @Test
    void everyResourceHasItsParent() {
        Map<String, String> parents = capture.graph().resources().stream()
                .collect(Collectors.toMap(ResourceView::name, ResourceView::parent));

        assertThat(parents)
                .containsOnly(
                        Map.entry("shop-dev", ""),
                        Map.entry("group", Programs.STACK_URN),
                        Map.entry("cluster", Programs.STACK_URN),
                        Map.entry("billing", Programs.STACK_URN),
                        Map.entry("orders", Programs.STACK_URN),
                        Map.entry("orders-namespace", STREAM),
                        Map.entry("orders-hub", STREAM),
                        Map.entry("orders-readers", HUB));
    }

    @Test
    void inputsAreWhatTheEngineWouldReceive() {
        assertThat(resource("orders-namespace").inputs().toString())
                .isEqualTo("{\"namespaceName\":\"ns-orders\",\"publicNetworkAccess\":\"Enabled\","
                        + "\"resourceGroupName\":\"rg-orders\","
                        + "\"sku\":{\"capacity\":2,\"name\":\"Standard\",\"tier\":\"Standard\"}}");
        assertThat(resource("orders-hub").inputs().toString())
                .isEqualTo("{\"messageRetentionInDays\":1.5,\"namespaceName\":\"ns-orders\","
                        + "\"partitionCount\":8,\"resourceGroupName\":\"rg-orders\"}");
    }

    /** As from the engine, which leaves unknown outputs out of its answers: only the id never forgets its resource. */
    @Test
    void whatTheServiceChoosesIsUnknownAndForgetsItsResource() {
        ResourceView readers = resource("orders-readers");

        assertThat(readers.inputs().path("eventHubName").textValue()).isEqualTo(Inputs.UNKNOWN);
        assertThat(readers.inputs().path("userMetadata").textValue()).isEqualTo(Inputs.UNKNOWN);
        assertThat(readers.propertyDependencies())
                .containsEntry("eventHubName", List.of())
                .containsEntry("userMetadata", List.of());
    }

    @Test
    void explicitAndPropertyDependenciesAreCaptured() {
        assertThat(resource("orders-readers").dependencies()).containsExactly(NAMESPACE);
        assertThat(resource("orders-hub").dependencies()).containsExactly(GROUP, NAMESPACE);
        assertThat(resource("orders-hub").propertyDependencies())
                .containsOnly(
                        Map.entry("messageRetentionInDays", List.of()),
                        Map.entry("namespaceName", List.of(NAMESPACE)),
                        Map.entry("partitionCount", List.of()),
                        Map.entry("resourceGroupName", List.of(GROUP)));
    }

    @Test
    void optionsAreCaptured() {
        ResourceOptions namespace = resource("orders-namespace").options();
        ResourceOptions hub = resource("orders-hub").options();

        assertThat(namespace.protect()).isTrue();
        assertThat(namespace.ignoreChanges()).containsExactly("sku.capacity");
        assertThat(namespace.version()).isEqualTo("2.10.0");
        assertThat(namespace.aliases())
                .isSorted()
                .hasSize(10)
                .contains("type=azure-native:eventhub/v20211101:Namespace");
        assertThat(hub.protect()).isFalse();
        assertThat(hub.retainOnDelete()).isTrue();
        assertThat(hub.replaceOnChanges()).containsExactly("partitionCount");
        assertThat(hub.additionalSecretOutputs()).containsExactly("partitionIds");
        assertThat(hub.customTimeouts()).containsOnly(Map.entry("create", "1800000000000ns"));
    }

    @Test
    void anExplicitProviderIsNamedWithTheIdItDoesNotHaveYet() {
        assertThat(resource("billing").options().provider())
                .isEqualTo(URN + "pulumi:providers:kubernetes::cluster::" + Inputs.UNKNOWN);
        assertThat(resource("group").options().provider()).isEmpty();
    }

    @Test
    void aSecretStaysInItsWrapperAndIsNotWritten() {
        assertThat(resource("group").inputs().path("tags").toString())
                .isEqualTo(
                        "{\"" + Inputs.SIGNATURE + "\":\"" + Inputs.SECRET + "\",\"value\":{\"owner\":\"hunter2\"}}");
        assertThat(GraphJson.write(capture.graph())).doesNotContain(SampleProgram.SECRET_TEXT);
        assertThat(GraphJson.withoutSecrets(capture.stackOutputs()).toString())
                .doesNotContain(SampleProgram.SECRET_TEXT)
                .contains(Inputs.HIDDEN);
    }

    @Test
    void outputsOfTheStackAndOfComponentsAreKept() {
        assertThat(capture.stackOutputs().path("hub").textValue()).isEqualTo(Inputs.UNKNOWN);
        assertThat(capture.stackOutputs().path("hubId").textValue()).isEqualTo(Inputs.UNKNOWN);
        assertThat(capture.componentOutputs()).containsOnlyKeys(STREAM);
        assertThat(capture.componentOutputs().get(STREAM))
                .hasToString("{\"endpoint\":\"" + Inputs.UNKNOWN + "\",\"namespaceName\":\"ns-orders\"}");
    }

    @Test
    void theWrittenGraphIsTheSameAfterReading() {
        String written = GraphJson.write(capture.graph());

        assertThat(GraphJson.write(GraphJson.read(written, "again"))).isEqualTo(written);
    }

    @Test
    void runsAreEqualByteForByteUnderAnyZoneLocaleAndCompany() {
        String first = GraphJson.write(capture.graph());
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            Set<String> written = IntStream.range(0, 5)
                    .parallel()
                    .mapToObj(run ->
                            GraphJson.write(Programs.run(SampleProgram::declare).graph()))
                    .collect(Collectors.toSet());

            assertThat(written).containsExactly(first);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    /** On one or two cores the JDK gives every asynchronous task a thread of its own, which ends with the task. */
    @Test
    void noThreadIsLeftThatKeepsTheProcessAlive() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        Programs.run(SampleProgram::declare);

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!thread.isDaemon() && !before.contains(thread)) {
                thread.join(ENDS_WITHIN_MILLIS);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static ResourceView resource(String name) {
        return Programs.resource(capture, name);
    }
}
