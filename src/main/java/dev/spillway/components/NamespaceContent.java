package dev.spillway.components;

import com.pulumi.azurenative.eventhub.ApplicationGroupArgs;
import com.pulumi.azurenative.eventhub.NamespaceAuthorizationRule;
import com.pulumi.azurenative.eventhub.NamespaceAuthorizationRuleArgs;
import com.pulumi.azurenative.eventhub.SchemaRegistry;
import com.pulumi.azurenative.eventhub.SchemaRegistryArgs;
import com.pulumi.azurenative.eventhub.inputs.ThrottlingPolicyArgs;
import com.pulumi.azurenative.insights.DiagnosticSetting;
import com.pulumi.azurenative.insights.DiagnosticSettingArgs;
import com.pulumi.azurenative.insights.inputs.LogSettingsArgs;
import com.pulumi.azurenative.insights.inputs.MetricSettingsArgs;
import dev.spillway.facts.LogCategory;
import dev.spillway.model.ApplicationGroup;
import dev.spillway.model.DiagnosticsSpec;
import dev.spillway.model.SasRule;
import dev.spillway.model.SchemaGroup;
import java.util.List;

/** What a namespace has beside its hubs: keys, schemas, groups of clients, and a place to write what happens to it. */
final class NamespaceContent {
    private final NamespaceSite site;
    private final NamespaceResource namespace;

    private NamespaceContent(NamespaceSite site, NamespaceResource namespace) {
        this.site = site;
        this.namespace = namespace;
    }

    static void declare(NamespaceSite site, NamespaceResource namespace) {
        NamespaceContent content = new NamespaceContent(site, namespace);
        var options = site.plan().options();
        options.sasRules().forEach(content::sasRule);
        options.schemaGroups().forEach(content::schemaGroup);
        options.applicationGroups().forEach(content::applicationGroup);
        options.diagnostics().ifPresent(content::diagnostics);
    }

    static List<String> rights(SasRule rule) {
        return rule.rights().stream().sorted().map(SasRule.Right::azureName).toList();
    }

    private void sasRule(SasRule rule) {
        new NamespaceAuthorizationRule(
                site.name() + "-rule-" + rule.name(),
                NamespaceAuthorizationRuleArgs.builder()
                        .resourceGroupName(site.group())
                        .namespaceName(namespace.name())
                        .authorizationRuleName(rule.name())
                        .rights(rights(rule).stream()
                                .map(
                                        com.pulumi.core.Either
                                                ::<String, com.pulumi.azurenative.eventhub.enums.AccessRights>ofLeft)
                                .toList())
                        .build(),
                site.child());
    }

    private void schemaGroup(SchemaGroup group) {
        new SchemaRegistry(
                site.name() + "-schemas-" + group.name(),
                SchemaRegistryArgs.builder()
                        .resourceGroupName(site.group())
                        .namespaceName(namespace.name())
                        .schemaGroupName(group.name())
                        .schemaCompatibility(group.compatibility().azureName())
                        .schemaType("Avro")
                        .build(),
                site.stateful());
    }

    private void applicationGroup(ApplicationGroup group) {
        new com.pulumi.azurenative.eventhub.ApplicationGroup(
                site.name() + "-clients-" + group.name(),
                ApplicationGroupArgs.builder()
                        .resourceGroupName(site.group())
                        .namespaceName(namespace.name())
                        .applicationGroupName(group.name())
                        .clientAppGroupIdentifier(group.client())
                        .isEnabled(group.enabled())
                        .policies(group.limits().entrySet().stream()
                                .map(limit -> ThrottlingPolicyArgs.builder()
                                        .type("ThrottlingPolicy")
                                        .name(limit.getKey().azureName())
                                        .metricId(limit.getKey().azureName())
                                        .rateLimitThreshold(limit.getValue().doubleValue())
                                        .build())
                                .toList())
                        .build(),
                site.child());
    }

    private void diagnostics(DiagnosticsSpec wanted) {
        List<LogCategory> categories = wanted.categories().isEmpty()
                ? LogCategory.of(site.plan().tier())
                : wanted.categories().stream().sorted().toList();
        DiagnosticSettingArgs.Builder setting = DiagnosticSettingArgs.builder()
                .resourceUri(namespace.id())
                .name("spillway")
                .logs(categories.stream()
                        .map(category -> LogSettingsArgs.builder()
                                .category(category.azureName())
                                .enabled(true)
                                .build())
                        .toList())
                .metrics(MetricSettingsArgs.builder()
                        .category("AllMetrics")
                        .enabled(wanted.metrics())
                        .build());
        wanted.storageAccountId().ifPresent(setting::storageAccountId);
        // Each category in a table of its own, instead of all in the one that every service writes into.
        wanted.workspaceId()
                .ifPresent(workspace -> setting.workspaceId(workspace).logAnalyticsDestinationType("Dedicated"));
        new DiagnosticSetting(site.name() + "-diagnostics", setting.build(), site.child());
    }
}
