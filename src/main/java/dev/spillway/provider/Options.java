package dev.spillway.provider;

import com.pulumi.core.Alias;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import com.pulumi.resources.DependencyResource;
import com.pulumi.resources.ProviderResource;
import com.pulumi.resources.Resource;
import com.pulumi.resources.internal.DependencyProviderResource;
import java.util.ArrayList;
import java.util.List;
import pulumirpc.AliasOuterClass;
import pulumirpc.Provider.ConstructRequest;

/** Resource options as the engine passes them on, as the SDK takes them. To be used where the SDK runs. */
final class Options {
    private Options() {}

    static ComponentResourceOptions of(ConstructRequest request) {
        ComponentResourceOptions.Builder options = ComponentResourceOptions.builder()
                .parent(new DependencyResource(request.getParent()))
                .aliases(request.getAliasesList().stream().map(Options::alias).toArray(Alias[]::new))
                .dependsOn(resources(request.getDependenciesList()))
                .providers(providers(request))
                .ignoreChanges(request.getIgnoreChangesList())
                .replaceOnChanges(request.getReplaceOnChangesList())
                .replaceWith(resources(request.getReplaceWithList()));
        // What was not said is left to the parent.
        if (request.hasProtect()) {
            options.protect(request.getProtect());
        }
        if (request.hasRetainOnDelete()) {
            options.retainOnDelete(request.getRetainOnDelete());
        }
        if (request.hasCustomTimeouts()) {
            options.customTimeouts(timeouts(request.getCustomTimeouts()));
        }
        return options.build();
    }

    private static List<Resource> resources(List<String> urns) {
        return urns.stream().<Resource>map(DependencyResource::new).toList();
    }

    private static List<ProviderResource> providers(ConstructRequest request) {
        List<ProviderResource> providers = new ArrayList<>();
        request.getProvidersMap()
                .values()
                .forEach(reference -> providers.add(new DependencyProviderResource(reference)));
        return providers;
    }

    private static Alias alias(AliasOuterClass.Alias given) {
        if (!given.getUrn().isEmpty()) {
            return Alias.withUrn(given.getUrn());
        }
        AliasOuterClass.Alias.Spec spec = given.getSpec();
        Alias.Builder alias = Alias.builder();
        if (!spec.getName().isEmpty()) {
            alias.name(spec.getName());
        }
        if (!spec.getType().isEmpty()) {
            alias.type(spec.getType());
        }
        if (!spec.getStack().isEmpty()) {
            alias.stack(spec.getStack());
        }
        if (!spec.getProject().isEmpty()) {
            alias.project(spec.getProject());
        }
        if (!spec.getParentUrn().isEmpty()) {
            alias.parentUrn(Output.of(spec.getParentUrn()));
        } else if (spec.getNoParent()) {
            alias.noParent();
        }
        return alias.build();
    }

    private static CustomTimeouts timeouts(ConstructRequest.CustomTimeouts given) {
        return CustomTimeouts.builder()
                .create(CustomTimeouts.parseTimeoutString(given.getCreate()))
                .update(CustomTimeouts.parseTimeoutString(given.getUpdate()))
                .delete(CustomTimeouts.parseTimeoutString(given.getDelete()))
                .read(CustomTimeouts.parseTimeoutString(given.getRead()))
                .build();
    }
}
