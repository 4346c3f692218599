package dev.spillway.pack;

import static dev.spillway.fixture.Stacks.graph;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.pack.StandInEngine.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** Levels and parameters, as the engine hands them on. */
class ConfigurationTest {
    private StandInEngine engine;

    @BeforeEach
    void start() throws IOException {
        engine = StandInEngine.withCatalogue();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EH-008-partition-floor", "EH-008", "partition-floor"})
    void aRuleIsConfiguredByItsIdItsNameOrBoth(String policy) {
        engine.configure(policy, EnforcementLevel.MANDATORY);

        assertThat(partitions(2)).isEqualTo(EnforcementLevel.MANDATORY);
    }

    @Test
    void aParameterMovesTheVerdict() {
        engine.configure(Map.of("EH-008-partition-floor", with(EnforcementLevel.ADVISORY, "minPartitions", number(2))));

        assertThat(engine.analyze(hub("orders/orders").partitions(2).view()).getDiagnosticsList())
                .isEmpty();
    }

    @Test
    void aDisabledRuleSaysNothing() {
        engine.configure("EH-008", EnforcementLevel.DISABLED);

        var response = engine.analyze(hub("orders/orders").partitions(2).view());

        assertThat(response.getDiagnosticsList()).isEmpty();
        assertThat(response.getNotApplicableList())
                .noneMatch(none -> none.getPolicyName().startsWith("EH-008"));
    }

    @Test
    void allIsEveryRuleThatIsNotNamed() {
        engine.configure(Map.of(
                "all", config(EnforcementLevel.DISABLED),
                "EH-008-partition-floor", config(EnforcementLevel.MANDATORY)));

        assertThat(partitions(2)).isEqualTo(EnforcementLevel.MANDATORY);
        assertThat(engine.analyzeStack(graph(namespace("orders"))).getDiagnosticsList())
                .isEmpty();
    }

    @Test
    void theForecastHasALevelOfItsOwn() {
        engine.configure("loss-forecast", EnforcementLevel.DISABLED);

        assertThat(engine.analyzeStack(graph(namespace("orders"))).getDiagnosticsList())
                .extracting(AnalyzeDiagnostic::getPolicyName)
                .doesNotContain("loss-forecast")
                .isNotEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        Map<String, PolicyConfig> wrong = Map.of(
                "EH-008-partition-flor", config(EnforcementLevel.MANDATORY),
                "EH-007-retention-floor", with(EnforcementLevel.ADVISORY, "minRetentionHours", text("hunter2")),
                "EH-001-tier-not-basic", with(EnforcementLevel.ADVISORY, "allowedTiers", number(1)),
                "EH-006-zone-redundancy", with(EnforcementLevel.ADVISORY, "requireExplicit", number(1)),
                "CX-007-retry-covers-shortfall", with(EnforcementLevel.ADVISORY, "margin", number(-1)),
                "KW-002-min-replicas", with(EnforcementLevel.ADVISORY, "minimum", number(2)),
                "all", with(EnforcementLevel.ADVISORY, "min", number(2)));

        assertThatThrownBy(() -> engine.configure(wrong))
                .isInstanceOfSatisfying(StatusRuntimeException.class, refused -> {
                    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(refused.getStatus().getDescription()).isEqualTo("""
                            CX-007-retry-covers-shortfall: margin: met another number, give a number from 0
                            EH-001-tier-not-basic: allowedTiers: met another number, give a list of texts
                            EH-006-zone-redundancy: requireExplicit: met another number, give true or false
                            EH-007-retention-floor: minRetentionHours: met a text, give a whole number from 0
                            EH-008-partition-flor: there is no such policy, did you mean EH-008-partition-floor?
                            KW-002-min-replicas: minimum is no parameter of this rule, it has min, producerMin
                            all: min is a parameter of no rule, give a level alone""");
                });
    }

    @Test
    void aRefusedConfigurationChangesNothing() {
        engine.configure("EH-008", EnforcementLevel.MANDATORY);

        assertThatThrownBy(() -> engine.configure("EH-999", EnforcementLevel.DISABLED))
                .hasMessageContaining("EH-999: there is no such policy");
        assertThat(partitions(2)).isEqualTo(EnforcementLevel.MANDATORY);
    }

    private EnforcementLevel partitions(int count) {
        return engine.analyze(hub("orders/orders").partitions(count).view()).getDiagnosticsList().stream()
                .filter(found -> found.getPolicyName().equals("EH-008-partition-floor"))
                .findFirst()
                .orElseThrow()
                .getEnforcementLevel();
    }

    private static PolicyConfig with(EnforcementLevel level, String key, Value value) {
        return config(level).toBuilder()
                .setProperties(Struct.newBuilder().putFields(key, value))
                .build();
    }

    private static Value number(double value) {
        return Value.newBuilder().setNumberValue(value).build();
    }

    private static Value text(String value) {
        return Value.newBuilder().setStringValue(value).build();
    }
}
