package dev.spillway.pack;

import static dev.spillway.fixture.Stacks.autoscaler;
import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.graph;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.cli.CommandLineRun;
import dev.spillway.fixture.ResourceFixture;
import dev.spillway.intake.GraphJson;
import dev.spillway.report.ReportFormat;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.Reach;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Inputs;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.ResourceGraph;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;

/** The pack, asked as the engine asks it. */
class PolicyPackTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StandInEngine engine;

    @BeforeEach
    void start() throws IOException {
        engine = StandInEngine.withCatalogue();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void theIncidentHasTheFindingsOfItsPreview(@TempDir Path folder) throws IOException {
        ResourceGraph incident = GraphJson.read(Path.of("stacks/incident/plan.approved.json"));
        JsonNode preview = JSON.readTree(
                CommandLineRun.of("preview", "incident", "--json", "-").out());
        try (StandInEngine reporting = StandInEngine.reportingInto(folder)) {
            reporting.startStack("incident", true, Map.of());

            AnalyzeResponse said = reporting.analyzeAll(incident);

            JsonNode report =
                    JSON.readTree(folder.resolve("shop-incident-preview.json").toFile());
            assertThat(findings(report)).isEqualTo(findings(preview)).hasSizeGreaterThanOrEqualTo(5);
            assertThat(report.path("forecast")).isEqualTo(preview.path("forecast"));
            assertThat(report.path("unknown")).isEqualTo(preview.path("unknown"));
            assertThat(report.path("notApplicable")).isEqualTo(preview.path("notApplicable"));
            assertThat(report.path("phase").asText()).isEqualTo("preview");
            List<JsonNode> mandatory = new ArrayList<>();
            preview.path("findings").forEach(mandatory::add);
            mandatory.removeIf(finding -> !finding.path("level").asText().equals("mandatory"));
            assertThat(violations(said)).hasSameSizeAs(mandatory);
            for (JsonNode finding : mandatory) {
                assertThat(violations(said)).anySatisfy(violation -> {
                    assertThat(violation.getPolicyName())
                            .isEqualTo(finding.path("rule").asText() + "-"
                                    + finding.path("name").asText());
                    assertThat(violation.getUrn()).isEqualTo(finding.path("urn").asText());
                    assertThat(violation.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
                    assertThat(violation.getMessage())
                            .contains(
                                    finding.path("seen").asText(),
                                    finding.path("wanted").asText(),
                                    finding.path("loses").asText());
                });
            }
        }
    }

    @Test
    void theForecastIsOneAdvisoryForEachNamespace() {
        ResourceGraph incident = GraphJson.read(Path.of("stacks/incident/plan.approved.json"));

        assertThat(engine.analyzeStack(incident).getDiagnosticsList())
                .filteredOn(said -> said.getPolicyName().equals("loss-forecast"))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.getUrn()).endsWith("azure-native:eventhub:Namespace::orders");
                    assertThat(said.getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY);
                    assertThat(said.getMessage())
                            .startsWith("22,400 of 2,253,600 events lost (0.994 %), between 22,400 and 45,600.\n"
                                    + "22,400 events of order-api outlive its retry window of 23.2 s.");
                });
    }

    @Test
    void reportsOfAnUpdateStandBesideThoseOfItsPreview(@TempDir Path folder) throws IOException {
        try (StandInEngine reporting = StandInEngine.reportingInto(folder.resolve("new/folder"))) {
            reporting.startStack("dev/../x", false, Map.of());
            reporting.analyzeStack(graph(namespace("orders")));
            reporting.startStack("dev/../x", true, Map.of());
            reporting.analyzeStack(graph(namespace("orders")));
        }

        try (var files = Files.list(folder.resolve("new/folder"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of("update", "preview")
                            .flatMap(phase -> Stream.of(ReportFormat.values())
                                    .map(format -> "shop-dev-..-x-" + phase + "." + format.extension()))
                            .toList());
        }
    }

    @Test
    void theReportOfASavedStateIsNamedAfterItsResources(@TempDir Path folder) throws IOException {
        try (StandInEngine reporting = StandInEngine.reportingInto(folder)) {
            reporting.analyzeStack(graph(namespace("orders")));
        }

        assertThat(folder.resolve("orders-dev-state.json")).exists();
    }

    @Test
    void whatIsKnownAfterDeploymentIsAnAdvisoryUnknown() {
        ResourceFixture orders = namespace("orders").unknown("sku.tier").keptSafe();

        AnalyzeResponse alone = engine.analyze(orders.view());
        AnalyzeResponse stack = engine.analyzeStack(graph(orders));

        assertThat(alone.getDiagnosticsList())
                .filteredOn(said -> said.getPolicyName().equals("EH-001-tier-not-basic"))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY);
                    assertThat(said.getMessage())
                            .isEqualTo("unknown, so not passed: orders: sku.tier: known only after deployment");
                });
        assertThat(stack.getDiagnosticsList())
                .filteredOn(said -> said.getMessage().startsWith("unknown"))
                .isNotEmpty()
                .allMatch(said -> said.getEnforcementLevel() == EnforcementLevel.ADVISORY);
    }

    /** The provider's answer has other keys than the inputs, and Azure adds defaults; rules judge what is declared. */
    @Test
    void aStackIsJudgedByWhatWasDeclared() {
        ResourceFixture declared = namespace("orders").capacity(2).inflateTo(8).keptSafe();
        ResourceFixture answered = namespace("orders").without("namespaceName").with("name", "orders");

        engine.analyze(declared.view());

        assertThat(engine.analyzeStack(graph(answered)).getDiagnosticsList())
                .noneMatch(said -> said.getPolicyName().equals("EH-002-auto-inflate-on")
                        || said.getPolicyName().equals("PU-001-protect-stateful"));
    }

    @Test
    void optionsThatAreNotToldAreUnknown() {
        ResourceFixture orders = namespace("orders").withoutOptions();
        ResourceFixture workload = deployment("order-api").replicas(3).withoutOptions();

        List<AnalyzeDiagnostic> said =
                new ArrayList<>(engine.analyzeAll(graph(orders, workload, autoscaler("order-api", 2, 4)))
                        .getDiagnosticsList());

        said.removeIf(one ->
                !List.of("PU-001-protect-stateful", "KW-004-no-static-replicas").contains(one.getPolicyName()));
        assertThat(said).hasSize(2).allSatisfy(one -> {
            assertThat(one.getMessage()).startsWith("unknown, so not passed: ").contains("not told by the engine");
            assertThat(one.getEnforcementLevel()).isEqualTo(EnforcementLevel.ADVISORY);
        });
    }

    @Test
    void secretsAreJudgedAndNeverSaid(@TempDir Path folder) throws IOException {
        ResourceFixture orders =
                namespace("orders").with("sku.tier", secret("Basic")).with("sku.capacity", secret(3));
        ResourceFixture events = hub("orders/orders")
                .partitions(2)
                .with("messageRetentionInDays", secret(1))
                .with("namespaceName", secret("sesame-open-4711"));
        ResourceFixture broken = namespace("second").with("sku.tier", secret("hunter2-is-no-tier"));
        try (StandInEngine reporting = StandInEngine.reportingInto(folder)) {
            reporting.startStack("dev", true, Map.of("shop:password", "correct-horse"));

            AnalyzeResponse said = reporting.analyzeAll(graph(orders, events, broken));

            String everything = said
                    + Files.readString(folder.resolve("shop-dev-preview.json"))
                    + Files.readString(folder.resolve("shop-dev-preview.md"))
                    + Files.readString(folder.resolve("shop-dev-preview.html"))
                    + Files.readString(folder.resolve("shop-dev-preview.junit.xml"))
                    + Files.readString(folder.resolve("shop-dev-preview.sarif"));
            assertThat(everything).doesNotContain("hunter2-is-no-tier", "sesame-open-4711", "correct-horse");
            assertThat(said.getDiagnosticsList())
                    .filteredOn(one -> one.getPolicyName().equals("EH-001-tier-not-basic"))
                    .extracting(AnalyzeDiagnostic::getMessage)
                    .anySatisfy(message -> assertThat(message)
                            .startsWith("sku.tier: seen [secret]; wanted Standard or Premium or Dedicated."))
                    .anySatisfy(message -> assertThat(message).contains("met \"[secret]\" where"));
        }
    }

    @Test
    void whatIsDerivedFromASecretIsNotSaidEither() {
        ResourceFixture hub = hub("orders/orders").with("messageRetentionInDays", secret(2));

        assertThat(engine.analyzeAll(graph(namespace("orders"), hub)).getDiagnosticsList())
                .filteredOn(one -> one.getPolicyName().equals("EH-007-retention-floor"))
                .singleElement()
                .satisfies(one -> assertThat(one.getMessage())
                        .startsWith("messageRetentionInDays: seen [secret]; wanted at least 72 hours.")
                        .doesNotContain("48"));
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void aRuleThatThrowsFailsTheCallWithItsNameAndTheResource(Reach reach) throws IOException {
        ResourceFixture orders = namespace("orders").with("tags.key", secret("sesame-open-4711"));
        try (StandInEngine failing = StandInEngine.with(new Throwing(reach))) {
            assertThatThrownBy(() -> failing.analyzeAll(graph(orders)))
                    .isInstanceOfSatisfying(StatusRuntimeException.class, failure -> {
                        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
                        assertThat(failure.getStatus().getDescription())
                                .startsWith("EH-900-throws on " + orders.urn()
                                        + ": the rule failed: java.lang.IllegalStateException: met [secret]. ");
                    });
        }
    }

    @Test
    void aResourceThatCannotBeReadFailsTheCallWithItsName() {
        ResourceFixture orders = namespace("orders").with("sku.capacity", Double.NaN);

        assertThatThrownBy(() -> engine.analyze(orders.view()))
                .isInstanceOfSatisfying(StatusRuntimeException.class, failure -> {
                    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
                    assertThat(failure.getStatus().getDescription()).startsWith(orders.urn());
                });
    }

    @Test
    void whatARuleHasNothingToSayAboutComesWithTheReason() {
        ResourceFixture premium = namespace("orders").tier("Premium").keptSafe();

        assertThat(engine.analyze(premium.view()).getNotApplicableList())
                .extracting(PolicyNotApplicable::getPolicyName, PolicyNotApplicable::getReason)
                .contains(tuple("EH-008-partition-floor", "this resource is no event hub"));
        assertThat(engine.analyzeStack(graph(premium)).getNotApplicableList())
                .extracting(PolicyNotApplicable::getPolicyName, PolicyNotApplicable::getReason)
                .contains(
                        tuple("EH-002-auto-inflate-on", "Premium has no auto-inflate"),
                        tuple("KW-002-min-replicas", "the stack has no workload"));
    }

    @Test
    void aSafeFixIsMadeOnceAndContentsItsRule() {
        engine.configure("EH-002", EnforcementLevel.REMEDIATE);
        ResourceFixture orders = namespace("orders").capacity(3).keptSafe();

        var made = engine.remediate(orders.view()).getRemediationsList();

        assertThat(made).singleElement().satisfies(remediation -> {
            assertThat(remediation.getPolicyName()).isEqualTo("EH-002-auto-inflate-on");
            assertThat(remediation.getDiagnostic()).isEmpty();
        });
        ResourceFixture after = namespace("orders").capacity(3).inflateTo(6).keptSafe();
        assertThat(made.get(0).getProperties())
                .isEqualTo(StandInEngine.request(after.view()).getProperties());
        assertThat(engine.remediate(after.view()).getRemediationsList()).isEmpty();
        assertThat(engine.analyzeAll(graph(after)).getDiagnosticsList())
                .noneMatch(said -> said.getPolicyName().equals("EH-002-auto-inflate-on"));
    }

    @Test
    void severalFixesOfOneResourceBuildOnEachOther() {
        engine.configure(Map.of(
                "EH-002", StandInEngine.config(EnforcementLevel.REMEDIATE),
                "EH-003", StandInEngine.config(EnforcementLevel.REMEDIATE),
                "EH-007", StandInEngine.config(EnforcementLevel.REMEDIATE)));
        ResourceFixture orders = namespace("orders");
        engine.analyze(orders.view());

        assertThat(engine.remediate(hub("orders/orders").retentionHours(24).view())
                        .getRemediationsList())
                .singleElement()
                .satisfies(remediation -> assertThat(remediation.getProperties())
                        .isEqualTo(StandInEngine.request(
                                        hub("orders/orders").retentionHours(72).view())
                                .getProperties()));
        assertThat(engine.remediate(orders.view()).getRemediationsList())
                .extracting(remediation -> remediation.getPolicyName())
                .containsExactly("EH-002-auto-inflate-on");
    }

    @Test
    void aSecretThatIsChangedStaysASecret() {
        engine.configure("EH-007", EnforcementLevel.REMEDIATE);
        ResourceFixture before = hub("orders/orders").with("retentionDescription", secretObject(24));
        engine.analyze(namespace("orders").view());

        assertThat(engine.remediate(before.view()).getRemediationsList())
                .singleElement()
                .satisfies(remediation -> assertThat(remediation.getProperties())
                        .isEqualTo(StandInEngine.request(hub("orders/orders")
                                        .with("retentionDescription", secretObject(72))
                                        .view())
                                .getProperties()));
    }

    /** Before the autoscaler arrives, the workload seems to have none, and a number of replicas would be set under it. */
    @Test
    void aRuleThatNeedsTheStackIsNotRemediatedButStaysMandatory() {
        engine.configure("KW-002", EnforcementLevel.REMEDIATE);
        ResourceFixture workload = deployment("order-api").sendsTo("orders/orders");

        assertThat(engine.remediate(workload.view()).getRemediationsList()).isEmpty();
        assertThat(engine.analyzeAll(graph(workload)).getDiagnosticsList())
                .filteredOn(said -> said.getPolicyName().equals("KW-002-min-replicas"))
                .singleElement()
                .satisfies(said -> assertThat(said.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY));
    }

    @Test
    void nothingIsRemediatedUnlessItIsAskedFor() {
        assertThat(engine.remediate(namespace("orders").view()).getRemediationsList())
                .isEmpty();
    }

    @Test
    void aNewStackForgetsTheOneBefore() {
        engine.analyze(namespace("orders").inflateTo(8).keptSafe().view());
        engine.startStack("other", true, Map.of());

        assertThat(engine.analyzeStack(graph(namespace("orders"))).getDiagnosticsList())
                .anyMatch(said -> said.getPolicyName().equals("EH-002-auto-inflate-on"));
    }

    private static List<AnalyzeDiagnostic> violations(AnalyzeResponse said) {
        return said.getDiagnosticsList().stream()
                .filter(one -> one.getEnforcementLevel() == EnforcementLevel.MANDATORY)
                .toList();
    }

    /** The findings of a report without what only a preview can try out. */
    private static List<JsonNode> findings(JsonNode report) {
        List<JsonNode> findings = new ArrayList<>();
        report.path("findings")
                .forEach(finding -> findings.add(((ObjectNode) finding).without(List.of("edits", "lostAfterFix"))));
        return findings;
    }

    private static Map<String, Object> secret(Object value) {
        return Map.of(Inputs.SIGNATURE, Inputs.SECRET, "value", value);
    }

    private static Map<String, Object> secretObject(int hours) {
        return secret(Map.of("retentionTimeInHours", hours));
    }

    /** A rule with a bug. */
    private record Throwing(Reach reach) implements Rule<NamespaceView> {
        @Override
        public RuleCard card() {
            return RuleCard.named("EH-900", "throws")
                    .severity(Severity.LOW)
                    .level(Level.ADVISORY)
                    .judges("namespace")
                    .summary("Throws")
                    .loses("Events are lost")
                    .fix(FixClass.NONE, "Do it right")
                    .reach(reach)
                    .build();
        }

        @Override
        public List<NamespaceView> subjects(EventTopology topology) {
            return topology.namespaces();
        }

        @Override
        public Verdict check(NamespaceView namespace, Context context) {
            throw new IllegalStateException(
                    "met " + namespace.tag("key").whenKnown().orElseThrow());
        }
    }
}
