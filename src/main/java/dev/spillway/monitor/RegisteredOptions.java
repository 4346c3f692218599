package dev.spillway.monitor;

import dev.spillway.view.ResourceOptions;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.RegisterResourceRequest;

/** Reads the engine options out of a registration. */
final class RegisteredOptions {
    private RegisteredOptions() {}

    static ResourceOptions of(RegisterResourceRequest request) {
        return new ResourceOptions(
                request.getProtect(),
                request.getIgnoreChangesList(),
                request.getDeleteBeforeReplace(),
                Stream.concat(
                                request.getAliasURNsList().stream(),
                                request.getAliasesList().stream().map(RegisteredOptions::alias))
                        .toList(),
                request.getProvider(),
                request.getRetainOnDelete(),
                request.getReplaceOnChangesList(),
                request.getAdditionalSecretOutputsList(),
                timeouts(request.getCustomTimeouts()),
                request.getImportId(),
                request.getVersion());
    }

    /** A URN, or the parts in which the former identity differs from the present one. */
    private static String alias(Alias alias) {
        if (alias.hasUrn()) {
            return alias.getUrn();
        }
        Alias.Spec former = alias.getSpec();
        return Stream.of(
                        part("type", former.getType()),
                        part("name", former.getName()),
                        part("parent", former.getNoParent() ? "none" : former.getParentUrn()),
                        part("project", former.getProject()),
                        part("stack", former.getStack()))
                .flatMap(part -> part)
                .collect(Collectors.joining(","));
    }

    private static Stream<String> part(String key, String value) {
        return value.isEmpty() ? Stream.empty() : Stream.of(key + "=" + value);
    }

    private static SortedMap<String, String> timeouts(RegisterResourceRequest.CustomTimeouts given) {
        SortedMap<String, String> timeouts = new TreeMap<>();
        timeouts.put("create", given.getCreate());
        timeouts.put("update", given.getUpdate());
        timeouts.put("delete", given.getDelete());
        timeouts.put("read", given.getRead());
        timeouts.values().removeIf(String::isEmpty);
        return timeouts;
    }
}
