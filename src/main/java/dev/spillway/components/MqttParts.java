package dev.spillway.components;

import com.pulumi.azurenative.eventgrid.CaCertificate;
import com.pulumi.azurenative.eventgrid.CaCertificateArgs;
import com.pulumi.azurenative.eventgrid.Client;
import com.pulumi.azurenative.eventgrid.ClientArgs;
import com.pulumi.azurenative.eventgrid.ClientGroup;
import com.pulumi.azurenative.eventgrid.ClientGroupArgs;
import com.pulumi.azurenative.eventgrid.PermissionBinding;
import com.pulumi.azurenative.eventgrid.PermissionBindingArgs;
import com.pulumi.azurenative.eventgrid.TopicSpace;
import com.pulumi.azurenative.eventgrid.TopicSpaceArgs;
import com.pulumi.azurenative.eventgrid.inputs.ClientCertificateAuthenticationArgs;
import com.pulumi.azurenative.eventgrid.inputs.RoutingIdentityInfoArgs;
import com.pulumi.azurenative.eventgrid.inputs.TopicSpacesConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.components.EventGridArgs.GridScope;
import dev.spillway.components.EventGridArgs.RoutingTopic;
import dev.spillway.facts.DataRole;
import dev.spillway.model.MqttSpec;
import dev.spillway.plan.GridNamespacePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The MQTT broker of a namespace: certificates, clients, groups, topic spaces and who may do what.
 *
 * <p>Children, by logical name: {@code <name>-ca-<certificate>}, {@code <name>-client-<client>}, {@code
 * <name>-group-<group>}, {@code <name>-space-<space>}, {@code <name>-binding-<binding>} and {@code <name>-route}.
 */
final class MqttParts {
    private final String name;
    private final GridScope scope;
    private final GridNamespacePlan plan;
    private final Optional<MqttSpec> mqtt;
    private final Optional<Output<String>> route;

    MqttParts(String name, GridScope scope, GridNamespacePlan plan) {
        this.name = name;
        this.scope = scope;
        this.plan = plan;
        this.mqtt = plan.spec().mqtt();
        this.route = mqtt.flatMap(this::route);
    }

    /** In each region its own topic, so that a message does not leave the region it came to. */
    private Optional<Output<String>> route(MqttSpec spec) {
        Optional<Output<String>> ofStack = spec.routeTopic()
                .map(topic -> scope.routes().get(topic))
                .map(RoutingTopic::idByLocation)
                .map(ids -> ids.getOrDefault(
                        plan.location(), ids.values().iterator().next()));
        return ofStack.or(() -> spec.routeTopicId().map(Output::of));
    }

    /** Empty where there is no broker. */
    Optional<TopicSpacesConfigurationArgs> configuration() {
        return mqtt.map(spec -> {
            TopicSpacesConfigurationArgs.Builder args =
                    TopicSpacesConfigurationArgs.builder().state("Enabled");
            spec.sessionExpiryHours().ifPresent(args::maximumSessionExpiryInHours);
            route.ifPresent(topic -> args.routeTopicResourceId(topic)
                    .routingIdentityInfo(RoutingIdentityInfoArgs.builder()
                            .type("SystemAssigned")
                            .build()));
            return args.build();
        });
    }

    void declare(Output<String> namespaceName, Output<String> principalId) {
        mqtt.ifPresent(spec -> {
            route.ifPresent(topic ->
                    GridRoles.grant(name + "-route", DataRole.EVENT_GRID_SENDER, principalId, topic, scope.parent()));
            certificates(spec, namespaceName);
            clients(spec, namespaceName);
            permissions(spec, namespaceName);
        });
    }

    private void certificates(MqttSpec spec, Output<String> namespaceName) {
        spec.caCertificates()
                .forEach((certificate, pem) -> new CaCertificate(
                        name + "-ca-" + certificate,
                        CaCertificateArgs.builder()
                                .resourceGroupName(scope.resourceGroupName())
                                .namespaceName(namespaceName)
                                .caCertificateName(certificate)
                                .encodedCertificate(pem)
                                .build(),
                        child(List.of())));
    }

    private void clients(MqttSpec spec, Output<String> namespaceName) {
        for (MqttSpec.Client client : spec.clients()) {
            ClientCertificateAuthenticationArgs.Builder by =
                    ClientCertificateAuthenticationArgs.builder().validationScheme(client.validation());
            if (!client.thumbprints().isEmpty()) {
                by.allowedThumbprints(client.thumbprints());
            }
            ClientArgs.Builder args = ClientArgs.builder()
                    .resourceGroupName(scope.resourceGroupName())
                    .namespaceName(namespaceName)
                    .clientName(client.name())
                    .authenticationName(client.authenticationName().orElse(client.name()))
                    .clientCertificateAuthentication(by.build())
                    .state("Enabled");
            if (!client.attributes().isEmpty()) {
                args.attributes(client.attributes());
            }
            new Client(name + "-client-" + client.name(), args.build(), child(List.of()));
        }
    }

    /** A binding names its group and its space, which have to be there before it. */
    private void permissions(MqttSpec spec, Output<String> namespaceName) {
        Map<String, Resource> groups = new HashMap<>();
        spec.groups()
                .forEach((group, query) -> groups.put(
                        group,
                        new ClientGroup(
                                name + "-group-" + group,
                                ClientGroupArgs.builder()
                                        .resourceGroupName(scope.resourceGroupName())
                                        .namespaceName(namespaceName)
                                        .clientGroupName(group)
                                        .query(query)
                                        .build(),
                                child(List.of()))));
        Map<String, Resource> spaces = new HashMap<>();
        spec.topicSpaces()
                .forEach((space, templates) -> spaces.put(
                        space,
                        new TopicSpace(
                                name + "-space-" + space,
                                TopicSpaceArgs.builder()
                                        .resourceGroupName(scope.resourceGroupName())
                                        .namespaceName(namespaceName)
                                        .topicSpaceName(space)
                                        .topicTemplates(templates)
                                        .build(),
                                child(List.of()))));
        for (MqttSpec.Binding binding : spec.bindings()) {
            List<Resource> before = java.util.stream.Stream.of(
                            Optional.ofNullable(groups.get(binding.group())),
                            Optional.ofNullable(spaces.get(binding.topicSpace())))
                    .flatMap(Optional::stream)
                    .toList();
            new PermissionBinding(
                    name + "-binding-" + binding.name(),
                    PermissionBindingArgs.builder()
                            .resourceGroupName(scope.resourceGroupName())
                            .namespaceName(namespaceName)
                            .permissionBindingName(binding.name())
                            .clientGroupName(binding.group())
                            .topicSpaceName(binding.topicSpace())
                            .permission(binding.publishes() ? "Publisher" : "Subscriber")
                            .build(),
                    child(before));
        }
    }

    private CustomResourceOptions child(List<Resource> before) {
        return CustomResourceOptions.builder()
                .parent(scope.parent())
                .dependsOn(before)
                .build();
    }
}
