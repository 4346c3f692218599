package dev.spillway.config;

import dev.spillway.model.TextFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names a user chooses, and what they may look like. */
final class Names {
    /** What a stack names its parts: short enough that every Azure name built from it fits. */
    static final String LOGICAL = "[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?";

    static final String LOGICAL_RIGHT =
            "1 to 49 lower-case letters, digits and hyphens, a letter first and no hyphen last";

    static final Shape STACK = Shape.name("a stack name", LOGICAL, LOGICAL_RIGHT);
    static final Shape NAMESPACE = Shape.name("a namespace name", LOGICAL, LOGICAL_RIGHT);
    static final Shape AZURE_NAMESPACE = AzureTexts.shape(TextFormat.NAMESPACE_NAME);
    static final Shape HUB = Shape.name("a hub name", LOGICAL, LOGICAL_RIGHT);

    /** A DNS label, as Kubernetes wants it. */
    static final Shape WORKLOAD = Shape.name(
            "a workload name",
            "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
            "1 to 63 lower-case letters, digits and hyphens, no hyphen first or last");

    static final Shape HUB_REFERENCE = Shape.of("a hub", LOGICAL + "/" + LOGICAL, "namespace/hub");

    static final Shape CONSUMER_GROUP = Shape.of(
            "a consumer group name",
            "[A-Za-z0-9](?:[A-Za-z0-9._-]{0,48}[A-Za-z0-9])?",
            "1 to 50 letters, digits, dots, hyphens and underscores, a letter or digit first and last");

    static final Shape LOCATION = new Shape(
            "a region name",
            Pattern.compile("[a-z]{3,30}[0-9]{0,2}"),
            "an Azure region in lower case without spaces, such as westeurope",
            text -> text.replaceAll("[ -]", "").toLowerCase(Locale.ROOT));

    static final Shape RESOURCE_GROUP = Shape.of(
            "a resource group name",
            "[A-Za-z0-9._()-]{0,89}[A-Za-z0-9_()-]",
            "1 to 90 letters, digits, dots, hyphens, underscores and parentheses, no dot last");

    static final Shape TAG =
            Shape.of("a tag name", "[^<>%&\\\\?/\\p{Cntrl}]{1,512}", "1 to 512 characters without < > % & \\ ? /");

    static final Shape TAG_VALUE =
            Shape.of("a tag value", "[^\\p{Cntrl}]{0,256}", "text of at most 256 characters on one line");

    /** Long enough to tell who, what and when; one word confirms nothing. */
    static final Shape CONFIRMATION = Shape.of(
            "a confirmation",
            "(?=.*\\S\\s+\\S)[^\\p{Cntrl}]{10,500}",
            "who saw what and when in 10 to 500 characters on one line");

    static final Shape REASON = Shape.of(
            "a reason", "(?=.*\\S\\s+\\S)[^\\p{Cntrl}]{10,500}", "a sentence of 10 to 500 characters on one line");

    static final Shape ARCHIVE_NAME = Shape.of(
            "a name format",
            "[^\\s\\p{Cntrl}]{1,1000}",
            "{Namespace}/{EventHub}/{PartitionId}/{Year}/{Month}/{Day}/{Hour}/{Minute}/{Second} or the like in quotes");

    static final Shape CONTAINER = Shape.of(
            "a container name",
            "(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*",
            "3 to 63 lower-case letters, digits and single hyphens, no hyphen first or last");

    static final Shape STORAGE_ACCOUNT =
            Shape.of("a storage account name", "[a-z0-9]{3,24}", "3 to 24 lower-case letters and digits");

    static final Shape STORAGE_ACCOUNT_ID = Shape.of(
            "the id of a storage account",
            "(?i)/subscriptions/[0-9a-f-]{36}/resourceGroups/[^/\\s]{1,90}/providers/Microsoft\\.Storage/storageAccounts/"
                    + "[a-z0-9]{3,24}",
            "/subscriptions/ID/resourceGroups/GROUP/providers/Microsoft.Storage/storageAccounts/NAME");

    static final Shape IMAGE = Shape.of(
            "an image", "[^\\s\\p{Cntrl}]{1,1000}", "a container image such as registry.example.com/order-api:1.4");

    static final Shape CPU = Shape.of(
            "an amount of CPU",
            "(?=.{0,9}[1-9])[0-9]{1,6}(?:\\.[0-9]{1,3}|m)?",
            "a Kubernetes quantity such as 500m or 2");

    /** Without a unit only whole bytes in the millions: {@code 512} would ask for 512 bytes. */
    static final Shape MEMORY = Shape.of(
            "an amount of memory",
            "[1-9][0-9]{6,15}|(?=.{0,9}[1-9])[0-9]{1,6}(?:\\.[0-9]{1,3})?(?:Ki|Mi|Gi|Ti|k|M|G|T)",
            "a Kubernetes quantity such as 512Mi or 2Gi");

    /** What others have names for. */
    static final Shape ANY = Shape.of("a name", "[^\\p{Cntrl}]{1,1000}", "text on one line");

    static final Shape CLUSTER = Shape.of(
            "a cluster name",
            "[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?",
            "1 to 63 letters, digits, hyphens and underscores, a letter or digit first and last");

    static final Shape KUBERNETES =
            Shape.of("a version of Kubernetes", "1\\.[0-9]{1,3}(?:\\.[0-9]{1,3})?", "a version such as \"1.33\"");

    /** Not burstable ones, which slow down just when the load is high. */
    static final Shape NODE_SIZE = Shape.of(
            "a size of node",
            "Standard_[AC-Z][A-Za-z0-9_-]{1,40}",
            "a size of Azure that is not burstable, such as Standard_D4s_v5");

    static final Shape SUBNET_ID = Shape.of(
            "a subnet",
            "/subscriptions/[^/\\s]{1,100}/resourceGroups/[^/\\s]{1,90}/providers/Microsoft\\.Network/virtualNetworks/"
                    + "[^/\\s]{1,80}/subnets/[^/\\s]{1,80}",
            "the resource id of a subnet");

    static final Shape WORKSPACE_ID = Shape.of(
            "a Log Analytics workspace",
            "/subscriptions/[^/\\s]{1,100}/resourceGroups/[^/\\s]{1,90}/providers/Microsoft\\.OperationalInsights/"
                    + "workspaces/[^/\\s]{1,80}",
            "the resource id of a workspace");

    static final Shape OBJECT_ID = Shape.of(
            "an object id",
            "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
            "an object id such as 00000000-0000-0000-0000-000000000000");

    static final Shape HTTPS_URL = Shape.of(
            "an address", "https://[A-Za-z0-9.-]{1,253}(?:/[^\\s]{0,500})?", "an address that begins with https://");

    static final Shape URL_PATH = Shape.of("a path", "/[!-~&&[^?#]]{0,200}", "a path such as /health/ready");

    static final Shape BLOB_CONTAINER = Shape.of(
            "a container name",
            "(?=.{3,63})[a-z0-9](?:-?[a-z0-9])*",
            "3 to 63 lower-case letters, digits and single hyphens, a letter or digit first and last");

    private Names() {}
}
