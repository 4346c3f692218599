package dev.spillway.model;

import java.util.regex.Pattern;

/** What ids and names of Azure look like, for whoever reads one: a file or a Java program. */
public enum TextFormat {
    NAMESPACE_NAME(
            "an Event Hubs namespace name",
            "[A-Za-z][A-Za-z0-9-]{4,48}[A-Za-z0-9]",
            "6 to 50 letters, digits and hyphens, a letter first and no hyphen last"),
    PRINCIPAL_ID(
            "an object id of an Entra principal",
            "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
            "a UUID such as 6f0e5a3c-1b2d-4c8e-9f70-a1b2c3d4e5f6"),
    IP_RANGE(
            "an IPv4 address range",
            "(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$|/)|(?=$|/))){4}(?:/(?:3[0-2]|[12]?[0-9]))?",
            "an address or a range such as 203.0.113.0/24"),
    APPLICATION(
            "a client of an application group",
            "AADAppID=[0-9A-Fa-f-]{36}|SASKeyName=[A-Za-z0-9._-]{1,50}",
            "AADAppID=<application id> or SASKeyName=<rule>"),
    ENTITY_NAME(
            "a name",
            "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,48}[A-Za-z0-9])?",
            "1 to 50 letters, digits, dots, hyphens and underscores, a letter or digit first and last"),
    KEY_NAME("a key name", "[0-9A-Za-z-]{1,127}", "1 to 127 letters, digits and hyphens"),
    KEY_VERSION("a key version", "[0-9a-f]{32}", "32 hexadecimal digits"),
    REGION(
            "a region name",
            "[a-z]{3,30}[0-9]{0,2}",
            "an Azure region in lower case without spaces, such as westeurope"),
    RESOURCE_GROUP(
            "a resource group name",
            "[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]",
            "1 to 90 letters, digits, dots, hyphens, underscores and parentheses, no dot last"),
    SUBNET_ID("the id of a subnet", "Microsoft.Network/virtualNetworks/<name>/subnets"),
    PRIVATE_ZONE_ID("the id of a private DNS zone", "Microsoft.Network/privateDnsZones"),
    KEY_VAULT_ID("the id of a key vault", "Microsoft.KeyVault/vaults"),
    IDENTITY_ID("the id of a user-assigned identity", "Microsoft.ManagedIdentity/userAssignedIdentities"),
    CLUSTER_ID("the id of an Event Hubs cluster", "Microsoft.EventHub/clusters"),
    WORKSPACE_ID("the id of a Log Analytics workspace", "Microsoft.OperationalInsights/workspaces"),
    STORAGE_ACCOUNT_ID("the id of a storage account", "Microsoft.Storage/storageAccounts");

    private final String noun;
    private final Pattern pattern;
    private final String right;

    TextFormat(String noun, String pattern, String right) {
        this.noun = noun;
        this.pattern = Pattern.compile(pattern);
        this.right = right;
    }

    /** An id of Azure, where capitals do not count. */
    TextFormat(String noun, String armType) {
        this.noun = noun;
        this.right = "/subscriptions/<id>/resourceGroups/<group>/providers/" + armType + "/<name>";
        this.pattern = Pattern.compile(
                right.replace(".", "\\.").replaceAll("<[a-z]+>", "[^/\\\\s]+"), Pattern.CASE_INSENSITIVE);
    }

    /** What such a text is, with its article. */
    public String noun() {
        return noun;
    }

    public Pattern pattern() {
        return pattern;
    }

    /** What to give. */
    public String right() {
        return right;
    }

    public boolean fits(String text) {
        return pattern.matcher(text).matches();
    }
}
