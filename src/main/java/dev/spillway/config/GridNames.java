package dev.spillway.config;

/** The names and ids of Event Grid that a user gives, and what they may look like. */
final class GridNames {
    private static final String STORED = "[a-z0-9](?:-?[a-z0-9]){2,62}";
    private static final String STORED_RIGHT = "3 to 63 lower-case letters and digits with single hyphens between them";
    private static final String HOST = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.)+[A-Za-z]{2,24}";

    static final Shape SOURCE = Shape.name("a name", Names.LOGICAL, Names.LOGICAL_RIGHT);
    static final Shape AZURE =
            Shape.of("a name in Event Grid", "[A-Za-z0-9-]{3,50}", "3 to 50 letters, digits and hyphens");
    static final Shape DOMAIN_TOPIC =
            Shape.of("a name of a domain's topic", "[A-Za-z0-9_-]{3,128}", "3 to 128 letters, digits, hyphens and _");
    static final Shape SUBSCRIPTION =
            Shape.of("a name of a subscription", "[A-Za-z0-9-]{3,64}", "3 to 64 letters, digits and hyphens");
    static final Shape RESOURCE_ID = Shape.of(
            "a resource id",
            "/subscriptions/[^/\\s]{1,64}(?:/resourceGroups/[^/\\s]{1,90})?(?:/providers/[^\\s]{1,600})?",
            "an id that begins with /subscriptions/");
    static final Shape URL =
            Shape.of("an address", "https://[^\\s\\p{Cntrl}]{1,2000}", "an address that begins with https://");
    static final Shape GUID = Shape.of(
            "an object id",
            "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
            "an id such as 11111111-2222-3333-4444-555555555555");
    static final Shape IP_RANGE = Shape.of(
            "a range of addresses", "(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?:/[0-9]{1,2})?", "a range such as 203.0.113.0/24");
    static final Shape CONTAINER = Shape.of("a container name", STORED, STORED_RIGHT);
    static final Shape QUEUE = Shape.of("a queue name", STORED, STORED_RIGHT);
    static final Shape TOPIC_TYPE = Shape.of(
            "a type of system topic",
            "[A-Za-z]+(?:\\.[A-Za-z]+){1,4}",
            "a type such as Microsoft.Storage.StorageAccounts");
    static final Shape SYSTEM_LOCATION =
            Shape.of("a region name", "[a-z]{3,30}[0-9]{0,2}", "the region of the source, or global");
    static final Shape TEXT = Shape.of("a sentence", "[^\\p{Cntrl}]{3,200}", "3 to 200 characters on one line");
    static final Shape OWNER = Shape.of("an owner", "[^\\p{Cntrl}]{1,60}", "a person or a team");
    static final Shape EVENT_TYPE = Shape.of("an event type", "[^\\s\\p{Cntrl}]{1,256}", "a type without spaces");
    static final Shape SUBJECT =
            Shape.of("a part of a subject", "[^\\p{Cntrl}]{1,1024}", "text of at most 1024 characters");
    static final Shape DNS_LABEL = Shape.of(
            "a DNS label", "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?", "1 to 63 lower-case letters, digits and hyphens");
    static final Shape HOST_NAME = Shape.of("a host", HOST, "a host such as concierge-we.example.com");
    static final Shape MQTT_TEXT = Shape.of("text", "[^\\p{Cntrl}]{1,512}", "1 to 512 characters on one line");
    static final Shape MQTT_NAME =
            Shape.of("a name of the broker", "[A-Za-z0-9-]{1,128}", "1 to 128 letters, digits and hyphens");
    static final Shape PEM = Shape.of(
            "a certificate",
            "(?s)-----BEGIN CERTIFICATE-----.{1,8000}-----END CERTIFICATE-----\\s*",
            "a certificate as PEM, which begins with -----BEGIN CERTIFICATE-----");
    static final Shape THUMBPRINT =
            Shape.of("a thumbprint", "[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}", "40 or 64 hexadecimal digits");

    private GridNames() {}
}
