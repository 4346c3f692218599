package dev.spillway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spillway.intake.ResourceFile.Kind;
import dev.spillway.view.Fact;
import dev.spillway.view.ResourceView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResourceFileTest {
    private static final String NAMESPACE = "urn:pulumi:dev::shop::azure-native:eventhub:Namespace::orders";
    private static final String SECRET = "\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\"";

    @Test
    void theContentSaysWhatAFileIs() {
        assertThat(read(state(resource(""))).kind()).isEqualTo(Kind.STATE);
        assertThat(read(preview("create", resource(""))).kind()).isEqualTo(Kind.PREVIEW);
        assertThat(read("[" + resource(",\"type\":\"azure-native:eventhub:Namespace\"") + "]")
                        .kind())
                .isEqualTo(Kind.GRAPH);
    }

    @Test
    void theStackIsNamedAfterItsResources() {
        assertThat(read(state(resource(""))).stack()).isEqualTo("dev");
        assertThat(read(state("")).stack()).isEmpty();
    }

    @Test
    void aStateIsReadByItsInputsAndNotByWhatAzureMadeOfThem() {
        ResourceView namespace = only(
                state(
                        resource(
                                ",\"inputs\":{\"location\":\"westeurope\"},\"outputs\":{\"location\":\"West Europe\",\"status\":\"Active\"}")));

        assertThat(namespace.text("location")).isEqualTo(Fact.known("location", "westeurope"));
        assertThat(namespace.text("status").isAbsent()).isTrue();
    }

    @Test
    void optionsOfARecordedResourceAreRead() {
        ResourceView namespace =
                only(state(resource(",\"protect\":true,\"retainOnDelete\":true,\"aliases\":[\"urn:old\"],"
                        + "\"ignoreChanges\":[\"sku\"],\"replaceOnChanges\":[\"kind\"],\"importID\":\"/id\",\"parent\":\"urn:up\","
                        + "\"additionalSecretOutputs\":[\"key\"],\"customTimeouts\":{\"create\":90,\"delete\":0},"
                        + "\"dependencies\":[\"urn:b\",\"urn:a\"],\"propertyDependencies\":{\"sku\":[\"urn:a\"]},"
                        + "\"provider\":\"urn:pulumi:dev::shop::pulumi:providers:azure-native::mine::id\"")));

        assertThat(namespace.options().protect()).isTrue();
        assertThat(namespace.options().retainOnDelete()).isTrue();
        assertThat(namespace.options().aliases()).containsExactly("urn:old");
        assertThat(namespace.options().ignoreChanges()).containsExactly("sku");
        assertThat(namespace.options().replaceOnChanges()).containsExactly("kind");
        assertThat(namespace.options().importId()).isEqualTo("/id");
        assertThat(namespace.options().additionalSecretOutputs()).containsExactly("key");
        assertThat(namespace.options().customTimeouts())
                .containsOnlyKeys("create")
                .containsValue("90s");
        assertThat(namespace.options().provider()).endsWith("::mine::id");
        assertThat(namespace.parent()).isEqualTo("urn:up");
        assertThat(namespace.dependencies()).containsExactly("urn:a", "urn:b");
        assertThat(namespace.propertyDependencies()).containsEntry("sku", List.of("urn:a"));
    }

    @Test
    void whatTheEngineAddedIsNoDeclaration() {
        String provider = "{\"urn\":\"urn:pulumi:dev::shop::pulumi:providers:azure-native::default_2_10_0\"}";
        String mine = "{\"urn\":\"urn:pulumi:dev::shop::pulumi:providers:azure-native::mine\"}";
        String view = "{\"urn\":\"urn:pulumi:dev::shop::a:b:C::part\",\"viewOf\":\"" + NAMESPACE + "\"}";
        String uses =
                resource(",\"provider\":\"urn:pulumi:dev::shop::pulumi:providers:azure-native::default_2_10_0::id\"");

        List<ResourceView> read = read(state(String.join(",", provider, mine, view, uses)))
                .graph()
                .resources();

        assertThat(read).extracting(ResourceView::name).containsExactlyInAnyOrder("mine", "orders");
        assertThat(read).allSatisfy(one -> assertThat(one.options().provider()).isEmpty());
    }

    @Test
    void aResourceThatWaitsToBeDeletedIsNotItsSuccessor() {
        String former = resource(",\"delete\":true,\"inputs\":{\"location\":\"old\"}");
        String present = resource(",\"inputs\":{\"location\":\"new\"}");

        assertThat(only(state(former + "," + present)).text("location")).isEqualTo(Fact.known("location", "new"));
    }

    @Test
    void anEncryptedSecretIsUnknownAndOneInClearTextIsRead() {
        ResourceView hidden = only(state(resource(",\"inputs\":{\"sku\":{" + SECRET + ",\"ciphertext\":\"v1:abc\"}}")));
        ResourceView open = only(state(
                resource(",\"inputs\":{\"sku\":{" + SECRET + ",\"plaintext\":\"{\\\"tier\\\":\\\"Basic\\\"}\"}}")));
        ResourceView broken = only(state(resource(",\"inputs\":{\"sku\":{" + SECRET + ",\"plaintext\":\"{\"}}")));

        assertThat(hidden.text("sku.tier")).isEqualTo(Fact.unknown("sku.tier", "a secret that was left out"));
        assertThat(open.text("sku.tier")).isEqualTo(Fact.known("sku.tier", "Basic"));
        assertThat(broken.text("sku.tier").isUnknown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "v3.254.0, false",
        "v3.121.0, false",
        "3.121.1-dev, false",
        "v4.0.0, false",
        "v3.119.0, true",
        "v2.200.0, true",
        "'', true",
        "lost, true"
    })
    void ignoredChangesAreHiddenWhereTheCommandLineIsTooOldToTell(String version, boolean hidden) {
        ResourceView namespace = only("{\"version\":3,\"deployment\":{\"manifest\":{\"version\":\"" + version
                + "\"},\"resources\":[" + resource("") + "]}}");

        assertThat(namespace.options().hideIgnoredChanges()).isEqualTo(hidden);
    }

    @Test
    void aPreviewThatNamesNoIgnoredChangeAnywhereMayComeFromAnOldCommandLine() {
        String other = "{\"urn\":\"urn:pulumi:dev::shop::a:b:C::c\",\"ignoreChanges\":[\"x\"]}";

        assertThat(only(preview("create", resource(""))).options().hideIgnoredChanges())
                .isTrue();
        assertThat(read(preview("create", resource(""), other))
                        .graph()
                        .find(NAMESPACE)
                        .orElseThrow()
                        .options()
                        .hideIgnoredChanges())
                .isFalse();
    }

    @Test
    void aPreviewIsWhatWouldBeThereAfterItsSteps() {
        String before = resource(",\"inputs\":{\"location\":\"old\"}");
        String after = resource(",\"inputs\":{\"location\":\"new\"}");
        String steps = step("refresh", before) + "," + step("create-replacement", after) + "," + step("replace", after)
                + ",{\"op\":\"delete-replaced\",\"urn\":\"" + NAMESPACE + "\",\"oldState\":" + before + "}";

        assertThat(only("{\"steps\":[" + steps + "],\"changeSummary\":{\"replace\":1}}")
                        .text("location"))
                .isEqualTo(Fact.known("location", "new"));
    }

    @Test
    void whatAPreviewDeletesIsGone() {
        String gone = step("same", resource("")) + ",{\"op\":\"delete\",\"urn\":\"" + NAMESPACE + "\"}";

        assertThat(read("{\"steps\":[" + gone + "],\"changeSummary\":{\"delete\":1}}")
                        .graph()
                        .resources())
                .isEmpty();
    }

    @Test
    void aPreviewTellsWhatIsDeployedAndAStateWouldOnlyTellItself() {
        String old = resource(",\"protect\":true,\"outputs\":{\"sku\":{\"capacity\":12}}");
        String step =
                "{\"op\":\"same\",\"urn\":\"" + NAMESPACE + "\",\"oldState\":" + old + ",\"newState\":" + old + "}";

        var deployed = read("{\"steps\":[" + step + "],\"changeSummary\":{\"same\":1}}")
                .deployed()
                .orElseThrow();

        assertThat(deployed).hasSize(1);
        assertThat(deployed.get(0).capacity().value()).isEqualTo(12);
        assertThat(deployed.get(0).protect()).isTrue();
        assertThat(read(preview("create", resource(""))).deployed().orElseThrow())
                .isEmpty();
        assertThat(read(state(resource(""))).deployed()).isEmpty();
    }

    @Test
    void halfAPreviewIsNotJudgedAsIfItWereAll() {
        assertThat(problems("{\"steps\":[" + step("same", resource("")) + "],\"changeSummary\":{\"same\":18}}"))
                .containsExactly("f: steps: 17 of 18 unchanged resources are left out, give what pulumi preview --json "
                        + "--show-sames writes");
    }

    @Test
    void aPreviewThatFailedBeforeItsEndIsNotJudged() {
        assertThat(problems("{\"config\":{},\"diagnostics\":[{\"message\":\"boom\",\"severity\":\"error\"}]}"))
                .containsExactly("f: changeSummary: is missing, the preview ended before it was complete: "
                        + "mend what stopped it, then give it again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                        | f: met an object that is no preview and no state, give what pulumi preview --json, pulumi stack export or --graph writes
            "x"                                       | f: met a text, give what pulumi preview --json, pulumi stack export or --graph writes
            {"version":3,"checkpoint":{}}             | f: met a backend's own checkpoint file, give what pulumi preview --json, pulumi stack export or --graph writes
            {"version":9,"deployment":{}}             | f: version: met version 9, give a state of version 3 or 4, which pulumi stack export has written since 2019
            {"deployment":{}}                         | f: version: met nothing, give a state of version 3 or 4, which pulumi stack export has written since 2019
            {"version":3,"deployment":[]}             | f: deployment: met a list, give an object
            {"version":3,"deployment":{"resources":{}}} | f: deployment.resources: met an object, give a list
            {"version":3,"deployment":{"resources":[3]}} | f: deployment.resources[0]: met a number, give an object with urn, type and inputs
            {"version":3,"deployment":{"resources":[{}]}} | f: deployment.resources[0].urn: is missing, give urn:pulumi:STACK::PROJECT::TYPE::NAME
            {"version":3,"deployment":{"resources":[{"urn":"x"}]}} | f: deployment.resources[0].urn: met "x", give urn:pulumi:STACK::PROJECT::TYPE::NAME
            {"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:s::p::t::n","inputs":3}]}} | f: deployment.resources[0].inputs: met a number, give an object
            {"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:s::p::t::n","customTimeouts":{"create":"1h"}}]}} | f: deployment.resources[0].customTimeouts.create: met a text, give a number
            {"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:s::p::t::n"},{"urn":"urn:pulumi:s::p::t::n"}]}} | f: deployment.resources[1]: is the second resource with the URN urn:pulumi:s::p::t::n, give each resource once
            {"steps":{},"changeSummary":{}}           | f: steps: met an object, give a list
            {"steps":[3],"changeSummary":{}}          | f: steps[0]: met a number, give an object with op, urn and newState
            {"version":3,"deployment":{"resources":[  | f:1:41: the text ends in the middle of a value, close every list, object and text
            """)
    void everyMistakeSaysWhereItIsWhatWasMetAndWhatWouldBeRight(String json, String problem) {
        assertThat(problems(json)).containsExactly(problem);
    }

    @Test
    void anEmptyStateHasNoResources() {
        assertThat(read("{\"version\":3,\"deployment\":null}").graph().resources())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE"})
    void aFileOfAWindowsShellIsRead(String charset, @TempDir Path folder) throws Exception {
        String mark = charset.equals("UTF-16") ? "" : "\ufeff";
        Path file = Files.write(folder.resolve("state.json"), (mark + state(resource(""))).getBytes(charset));

        assertThat(ResourceFile.read(file).graph().resources()).hasSize(1);
    }

    @Test
    void tenThousandLevelsAreRefusedWithoutAStackTrace() {
        String deep = "{\"version\":3,\"deployment\":{\"resources\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}}";

        assertThat(problems(deep)).containsExactly("f: is nested deeper than 200 levels, give at most 200");
        assertThat(deep.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(20_000);
    }

    private static String resource(String more) {
        return "{\"urn\":\"" + NAMESPACE + "\",\"custom\":true" + more + "}";
    }

    private static String state(String resources) {
        return "{\"version\":3,\"deployment\":{\"manifest\":{\"version\":\"v3.254.0\"},\"resources\":[" + resources
                + "]}}";
    }

    private static String step(String op, String newState) {
        return "{\"op\":\"" + op + "\",\"urn\":\"" + NAMESPACE + "\",\"newState\":" + newState + "}";
    }

    private static String preview(String op, String... newStates) {
        List<String> steps =
                List.of(newStates).stream().map(state -> step(op, state)).toList();
        return "{\"steps\":[" + String.join(",", steps) + "],\"changeSummary\":{\"" + op + "\":" + newStates.length
                + "}}";
    }

    private static ResourceFile read(String json) {
        return ResourceFile.read(json, "f");
    }

    private static ResourceView only(String json) {
        List<ResourceView> resources = read(json).graph().resources();
        assertThat(resources).hasSize(1);
        return resources.get(0);
    }

    private static List<String> problems(String json) {
        return catchThrowableOfType(UnreadableGraph.class, () -> read(json)).problems();
    }
}
