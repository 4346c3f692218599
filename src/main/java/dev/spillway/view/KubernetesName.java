package dev.spillway.view;

/** How an autoscaler and its target find each other: {@code namespace/Kind/name}. */
final class KubernetesName {
    private KubernetesName() {}

    static Fact<String> namespaceOf(ResourceView resource) {
        return resource.text("metadata.namespace").orDefault("default");
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
