package dev.spillway.config;

import dev.spillway.model.TextFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names a user chooses, and what they may look like. */
final class Names {
    /** Namespaces and hubs: short enough that every Azure name built from it fits. */
    private static final String LOGICAL = "[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?";

    private static final String LOGICAL_RIGHT =
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

    private Names() {}
}
