package dev.spillway.view;

import java.util.List;

/** How an autoscaler and its target find each other: {@code namespace/Kind/name}. */
final class KubernetesName {
    private KubernetesName() {}

    static Fact<String> namespaceOf(ResourceView resource) {
        return resource.text("metadata.namespace").orDefault("default");
    }

    /** Whether two resources live in one namespace; names that are not known yet are equal when they come from one resource. */
    static Fact<Boolean> areTogether(ResourceView one, ResourceView other) {
        Fact<String> first = namespaceOf(one);
        Fact<String> second = namespaceOf(other);
        boolean isShared =
                first.isUnknown() && second.isUnknown() && edges(one).stream().anyMatch(edges(other)::contains);
        return isShared ? Fact.known(first.path(), true) : Fact.both(first, second, String::equals);
    }

    private static List<String> edges(ResourceView resource) {
        return resource.edges("metadata");
    }

    static Fact<String> of(ResourceView workload) {
        String kind = workload.type().substring(workload.type().lastIndexOf(':') + 1);
        Fact<String> name = workload.text("metadata.name").map(own -> join(kind, own));
        return Fact.both(namespaceOf(workload), name, KubernetesName::join);
    }

    static String join(String outer, String inner) {
        return outer + "/" + inner;
    }
}
