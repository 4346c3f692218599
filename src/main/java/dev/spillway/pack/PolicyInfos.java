package dev.spillway.pack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.intake.StructWriter;
import dev.spillway.judge.Choices;
import dev.spillway.judge.ParameterForm;
import dev.spillway.rule.Level;
import dev.spillway.rule.Pillar;
import dev.spillway.rule.Reach;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import dev.spillway.rule.Severity;
import java.util.List;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyComplianceFramework;
import pulumirpc.AnalyzerOuterClass.PolicyConfigSchema;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** Publishes the cards of the rules as the engine wants them. */
final class PolicyInfos {
    private PolicyInfos() {}

    static AnalyzerInfo of(List<? extends Rule<?>> rules, Choices choices) {
        AnalyzerInfo.Builder info = AnalyzerInfo.newBuilder()
                .setName(Policy.PACK)
                .setDisplayName("Spillway")
                .setVersion(Policy.VERSION)
                .setDescription("Events that would be lost on their way through Azure Event Hubs, and what prevents it")
                .setReadme("policies/README.md has a page for every rule; each begins with how events are lost.")
                .setProvider("azure-native")
                .addAllTags(List.of("reliability", "event-hubs", "kubernetes"))
                .setSupportsConfig(true);
        rules.forEach(rule -> info.addPolicies(policy(rule.card(), choices.level(rule.card()))));
        return info.addPolicies(forecast()).addPolicies(general()).build();
    }

    static EnforcementLevel level(Level level) {
        return switch (level) {
            case DISABLED -> EnforcementLevel.DISABLED;
            case ADVISORY -> EnforcementLevel.ADVISORY;
            case MANDATORY -> EnforcementLevel.MANDATORY;
        };
    }

    static PolicySeverity severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> PolicySeverity.POLICY_SEVERITY_CRITICAL;
            case HIGH -> PolicySeverity.POLICY_SEVERITY_HIGH;
            case MEDIUM -> PolicySeverity.POLICY_SEVERITY_MEDIUM;
            case LOW -> PolicySeverity.POLICY_SEVERITY_LOW;
        };
    }

    private static PolicyInfo policy(RuleCard card, Level level) {
        return PolicyInfo.newBuilder()
                .setName(Policy.name(card))
                .setDisplayName(card.id() + " " + card.name())
                .setDescription(card.summary())
                .setMessage(card.loses())
                .setEnforcementLevel(level(level))
                .setConfigSchema(PolicyConfigSchema.newBuilder().setProperties(StructWriter.write(schema(card))))
                .setPolicyType(
                        card.reach() == Reach.ALONE ? PolicyType.POLICY_TYPE_RESOURCE : PolicyType.POLICY_TYPE_STACK)
                .setSeverity(severity(card.severity()))
                .setFramework(framework(card.pillar()))
                .addAllTags(List.of(card.area().folder(), card.pillar().key(), card.id()))
                .setRemediationSteps(card.fix(Settings.STANDARD))
                .setUrl(card.url())
                .build();
    }

    private static PolicyInfo forecast() {
        return PolicyInfo.newBuilder()
                .setName(Policy.FORECAST)
                .setDisplayName("Loss forecast")
                .setDescription("Events that the declared load would lose")
                .setMessage("What is sent faster than a namespace takes it in is lost when the clients stop retrying")
                .setEnforcementLevel(EnforcementLevel.ADVISORY)
                .setConfigSchema(PolicyConfigSchema.getDefaultInstance())
                .setPolicyType(PolicyType.POLICY_TYPE_STACK)
                .setSeverity(PolicySeverity.POLICY_SEVERITY_HIGH)
                .setFramework(framework(Pillar.RELIABILITY))
                .addAllTags(List.of("forecast", Pillar.RELIABILITY.key()))
                .setRemediationSteps("Give the namespace more units or the clients a longer retry window")
                .setUrl("policies/README.md")
                .build();
    }

    /** The framework has no versions, so none is given. */
    private static PolicyComplianceFramework framework(Pillar pillar) {
        return PolicyComplianceFramework.newBuilder()
                .setName("Azure Well-Architected Framework")
                .setReference("https://learn.microsoft.com/azure/well-architected/")
                .setSpecification(pillar.key())
                .build();
    }

    private static ObjectNode schema(RuleCard card) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        card.parameters().forEach(parameter -> properties.set(parameter.key(), ParameterForm.schema(parameter)));
        return properties;
    }

    /** The engine knows settings of policies alone, so that what belongs to all of them is a policy of its own. */
    private static PolicyInfo general() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties
                .putObject("profile")
                .put("type", "string")
                .put("description", "observe, baseline or strict: which violations stop a change");
        properties
                .putObject("exceptions")
                .put("type", "array")
                .put("description", "rule, resource, reason, owner, ticket and expires of each");
        properties
                .putObject("facts")
                .put("type", "object")
                .put("description", "resource to what is known of it, as its annotations or tags would say");
        return PolicyInfo.newBuilder()
                .setName(Policy.GENERAL)
                .setDisplayName("Profile, exceptions and facts")
                .setDescription("What is decided for all rules together")
                .setMessage("An exception that outlives its cause hides the next loss behind the last one's reason")
                .setEnforcementLevel(EnforcementLevel.ADVISORY)
                .setConfigSchema(PolicyConfigSchema.newBuilder().setProperties(StructWriter.write(properties)))
                .setPolicyType(PolicyType.POLICY_TYPE_STACK)
                .setSeverity(PolicySeverity.POLICY_SEVERITY_MEDIUM)
                .setFramework(framework(Pillar.OPERATIONS))
                .addAllTags(List.of("configuration", Pillar.OPERATIONS.key()))
                .setRemediationSteps("Give what is decided for all rules here, and what for one beside its name")
                .setUrl("docs/configuring-rules.md")
                .build();
    }
}
