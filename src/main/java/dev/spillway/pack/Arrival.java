package dev.spillway.pack;

import dev.spillway.intake.StructReader;
import dev.spillway.intake.Timeouts;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** Reads resources as the engine sends them for judging. */
final class Arrival {
    private Arrival() {}

    /** One resource before it is created or changed: its inputs, without what it depends on. */
    static ResourceView of(AnalyzeRequest request) {
        return new ResourceView(
                request.getUrn(),
                request.getType(),
                request.getName(),
                request.getOptions().getParent(),
                StructReader.read(request.getProperties()),
                List.of(),
                new TreeMap<>(),
                options(
                        request.hasOptions(),
                        request.getOptions(),
                        request.getProvider().getUrn()));
    }

    /** One resource of a whole stack. */
    static ResourceView of(AnalyzerResource resource) {
        SortedMap<String, List<String>> properties = new TreeMap<>();
        resource.getPropertyDependenciesMap().forEach((property, urns) -> properties.put(property, urns.getUrnsList()));
        return new ResourceView(
                resource.getUrn(),
                resource.getType(),
                resource.getName(),
                resource.getParent(),
                StructReader.read(resource.getProperties()),
                resource.getDependenciesList(),
                properties,
                options(
                        resource.hasOptions(),
                        resource.getOptions(),
                        resource.getProvider().getUrn()));
    }

    /**
     * What the engine says of the resource as a part of the stack, with the inputs and options that it had when it was
     * declared: rules judge what is declared, and a stack comes with what the provider made of it.
     */
    static ResourceView joined(ResourceView declared, ResourceView inStack) {
        return new ResourceView(
                inStack.urn(),
                inStack.type(),
                inStack.name(),
                inStack.parent().isEmpty() ? declared.parent() : inStack.parent(),
                declared.inputs(),
                inStack.dependencies(),
                inStack.propertyDependencies(),
                declared.options().equals(ResourceOptions.NOT_TOLD) ? inStack.options() : declared.options());
    }

    private static ResourceOptions options(boolean told, AnalyzerResourceOptions options, String provider) {
        if (!told) {
            return ResourceOptions.NOT_TOLD;
        }
        return new ResourceOptions(
                options.getProtect(),
                options.getIgnoreChangesList(),
                options.getDeleteBeforeReplace(),
                options.getAliasesList(),
                provider,
                false,
                List.of(),
                options.getAdditionalSecretOutputsList(),
                timeouts(options.getCustomTimeouts()),
                "",
                "");
    }

    private static SortedMap<String, String> timeouts(AnalyzerResourceOptions.CustomTimeouts given) {
        return Timeouts.ofSeconds(Map.of(
                "create",
                given.getCreate(),
                "update",
                given.getUpdate(),
                "delete",
                given.getDelete(),
                "read",
                given.getRead()));
    }
}
