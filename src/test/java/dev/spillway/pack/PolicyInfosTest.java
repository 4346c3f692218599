package dev.spillway.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.intake.StructReader;
import dev.spillway.rule.Reach;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rules.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** What the pack says of itself. */
class PolicyInfosTest {
    private static AnalyzerInfo info;

    @BeforeAll
    static void ask() throws IOException {
        try (StandInEngine engine = StandInEngine.withCatalogue()) {
            info = engine.info();
        }
    }

    @Test
    void everyRuleAndTheForecastArePublished() {
        Set<String> rules = Catalogue.rules().stream()
                .map(rule -> Policy.name(rule.card()))
                .collect(Collectors.toCollection(TreeSet::new));
        rules.add("loss-forecast");
        rules.add("spillway");

        assertThat(info.getPoliciesList())
                .extracting(PolicyInfo::getName)
                .containsExactlyInAnyOrderElementsOf(rules)
                .contains("EH-007-retention-floor");
        assertThat(info.getSupportsConfig()).isTrue();
    }

    @Test
    void everyFieldOfEveryPolicyIsFilled() {
        for (PolicyInfo policy : info.getPoliciesList()) {
            Set<String> filled = policy.getAllFields().keySet().stream()
                    .map(field -> field.getName())
                    .collect(Collectors.toCollection(TreeSet::new));
            // Advisory is the wire's zero, which no message shows.
            filled.add("enforcementLevel");

            assertThat(filled)
                    .as(policy.getName())
                    .hasSize(PolicyInfo.getDescriptor().getFields().size());
            assertThat(policy.getFramework().getName()).isEqualTo("Azure Well-Architected Framework");
            assertThat(Path.of(policy.getUrl())).exists();
        }
    }

    @Test
    void aPolicyOfARuleSaysWhatItsCardSays() {
        PolicyInfo policy = policy("EH-007-retention-floor");

        assertThat(policy.getDescription()).isEqualTo("Hub forgets events before a stopped consumer can return");
        assertThat(policy.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
        assertThat(policy.getRemediationSteps()).isEqualTo("Keep events for 72 hours, or as long as the tier can");
        assertThat(policy.getTagsList()).containsExactly("event-hubs", "reliability", "EH-007");
    }

    @Test
    void parametersHaveATypeADefaultAndAMeaning() {
        ObjectNode hours = schema("EH-007-retention-floor", "minRetentionHours");
        ObjectNode tiers = schema("EH-001-tier-not-basic", "allowedTiers");

        assertThat(hours.path("type").asText()).isEqualTo("integer");
        assertThat(hours.path("default").asInt()).isEqualTo(72);
        assertThat(hours.path("description").asText()).startsWith("shortest retention, in hours");
        assertThat(tiers.path("items").path("type").asText()).isEqualTo("string");
        assertThat(tiers.path("default").size()).isEqualTo(3);
        assertThat(schema("EH-006-zone-redundancy", "requireExplicit")
                        .path("type")
                        .asText())
                .isEqualTo("boolean");
        assertThat(schema("CX-007-retry-covers-shortfall", "margin")
                        .path("type")
                        .asText())
                .isEqualTo("number");
    }

    @Test
    void onlyRulesThatSeeOneResourceAloneAreResourcePolicies() {
        Catalogue.rules()
                .forEach(rule -> assertThat(policy(Policy.name(rule.card())).getPolicyType())
                        .isEqualTo(
                                rule.card().reach() == Reach.ALONE
                                        ? PolicyType.POLICY_TYPE_RESOURCE
                                        : PolicyType.POLICY_TYPE_STACK));
        assertThat(policy("EH-001-tier-not-basic").getPolicyType()).isEqualTo(PolicyType.POLICY_TYPE_RESOURCE);
        assertThat(policy("KW-002-min-replicas").getPolicyType()).isEqualTo(PolicyType.POLICY_TYPE_STACK);
    }

    /** As docs/policy-pack.md says. */
    @Test
    void onlySafeFixesThatNeedNoStackCanBeRemediated() {
        assertThat(Catalogue.rules().stream().map(Rule::card).filter(Policy::canRemediate))
                .extracting(RuleCard::id)
                .containsExactly(
                        "AK-001", "AK-004", "AK-005", "AK-006", "CP-009", "EG-010", "EG-011", "EG-012", "EG-024",
                        "EH-002", "EH-003", "EH-005", "EH-007", "EH-010", "EN-002", "KW-025");
    }

    private static ObjectNode schema(String policy, String parameter) {
        ObjectNode properties =
                StructReader.read(policy(policy).getConfigSchema().getProperties());
        return (ObjectNode) properties.path(parameter);
    }

    private static PolicyInfo policy(String name) {
        return info.getPoliciesList().stream()
                .filter(policy -> policy.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
