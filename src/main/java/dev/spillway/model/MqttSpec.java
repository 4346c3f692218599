package dev.spillway.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The MQTT broker of an Event Grid namespace.
 *
 * @param routeTopic a topic of the stack that gets every message; or {@code routeTopicId}, one outside of it
 * @param caCertificates certificates that clients' own are signed with, as PEM by name
 * @param groups the query that says who belongs to a group, by its name
 * @param topicSpaces templates of topics, by the name of the space
 */
public record MqttSpec(
        OptionalInt sessionExpiryHours,
        Optional<String> routeTopic,
        Optional<String> routeTopicId,
        List<Client> clients,
        Map<String, String> caCertificates,
        Map<String, String> groups,
        Map<String, List<String>> topicSpaces,
        List<Binding> bindings) {
    public MqttSpec {
        clients = List.copyOf(clients);
        caCertificates = new TreeMap<>(caCertificates);
        groups = new TreeMap<>(groups);
        topicSpaces = new TreeMap<>(topicSpaces);
        bindings = List.copyOf(bindings);
    }

    /**
     * A client.
     *
     * @param validation which field of its certificate names it, or {@code ThumbprintMatch}
     */
    public record Client(
            String name,
            Optional<String> authenticationName,
            String validation,
            List<String> thumbprints,
            Map<String, String> attributes) {
        public static final String BY_THUMBPRINT = "ThumbprintMatch";

        /** Every field that may name a client. */
        public static final List<String> VALIDATIONS = List.of(
                "SubjectMatchesAuthenticationName",
                "DnsMatchesAuthenticationName",
                "UriMatchesAuthenticationName",
                "IpMatchesAuthenticationName",
                "EmailMatchesAuthenticationName",
                BY_THUMBPRINT);

        public Client {
            thumbprints = List.copyOf(thumbprints);
            attributes = new TreeMap<>(attributes);
        }
    }

    /** What a group of clients may do with a topic space. */
    public record Binding(String name, String group, String topicSpace, boolean publishes) {}
}
