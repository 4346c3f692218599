package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A storage account; inputs that are absent have the service's default. */
public record StorageAccountView(ResourceView resource) implements Subject {
    public static final String BYPASS = "networkRuleSet.bypass";
    public static final String SKU = "sku.name";

    private static final String AZURE_SERVICES = "AzureServices";
    private static final String RULES = "networkRuleSet";

    public Fact<String> azureName() {
        return resource.text("accountName");
    }

    public Fact<String> location() {
        return resource.text("location");
    }

    /** Such as {@code Standard_ZRS}. */
    public Fact<String> sku() {
        return resource.text(SKU);
    }

    /** How the account is copied, which is the end of its SKU: {@code LRS}, {@code ZRS}, {@code GRS}. */
    public Fact<String> redundancy() {
        return sku().map(name -> name.substring(name.indexOf('_') + 1));
    }

    /** Whether a second region holds a copy. */
    public Fact<Boolean> isGeoRedundant() {
        return redundancy().map(copies -> copies.endsWith("GRS") || copies.endsWith("GZRS"));
    }

    public Fact<Boolean> takesSharedKeys() {
        return resource.flag("allowSharedKeyAccess").orDefault(true);
    }

    /** Whether its firewall turns strangers away. */
    public Fact<Boolean> hasFirewall() {
        Fact<JsonNode> rules = resource.node(RULES);
        return rules.isAbsent()
                ? Fact.known(RULES, false)
                : resource.text(RULES + ".defaultAction").orDefault("Allow").map(action -> action.equals("Deny"));
    }

    /** Whether services of Azure pass the firewall; they do unless somebody says otherwise. */
    public Fact<Boolean> admitsAzureServices() {
        return resource.text(BYPASS)
                .orDefault(AZURE_SERVICES)
                .map(list -> passes(list).contains(AZURE_SERVICES));
    }

    /** What the bypass would have to say so that services of Azure pass. */
    public String bypassForAzureServices() {
        Stream<String> others = resource.text(BYPASS).whenKnown().stream()
                .flatMap(list -> passes(list).stream())
                .filter(one -> !one.equals("None"));
        return Stream.concat(others, Stream.of(AZURE_SERVICES)).distinct().collect(Collectors.joining(", "));
    }

    public ArmTarget target() {
        return ArmTarget.of(resource, "storageAccounts", azureName());
    }

    private static List<String> passes(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }
}
