package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.kubernetes.Utilities;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import java.util.Map;

/**
 * An object of a kind that the Kubernetes SDK for Java has no class for, such as KEDA's. The provider takes any kind whose token
 * names group, version and kind.
 */
final class KubernetesObject extends CustomResource {
    private KubernetesObject(String token, String name, Args args, CustomResourceOptions options) {
        super(token, name, args, CustomResourceOptions.merge(ofTheSdk(), options));
    }

    static KubernetesObject declare(
            String groupAndVersion,
            String kind,
            String name,
            ObjectMetaArgs metadata,
            Map<String, Object> spec,
            CustomResourceOptions options) {
        return new KubernetesObject(
                "kubernetes:" + groupAndVersion + ":" + kind,
                name,
                new Args(groupAndVersion, kind, metadata, spec),
                options);
    }

    /** The version of the provider that all other Kubernetes resources are declared with. */
    private static CustomResourceOptions ofTheSdk() {
        return CustomResourceOptions.builder().version(Utilities.getVersion()).build();
    }

    /** What every object has; the SDK reads the fields by their annotations. */
    @SuppressWarnings("unused")
    private static final class Args extends ResourceArgs {
        @Import(name = "apiVersion", required = true)
        private final Output<String> apiVersion;

        @Import(name = "kind", required = true)
        private final Output<String> kind;

        @Import(name = "metadata")
        private final Output<ObjectMetaArgs> metadata;

        @Import(name = "spec", required = true)
        private final Output<Map<String, Object>> spec;

        private Args(String apiVersion, String kind, ObjectMetaArgs metadata, Map<String, Object> spec) {
            this.apiVersion = Output.of(apiVersion);
            this.kind = Output.of(kind);
            this.metadata = Output.of(metadata);
            this.spec = Output.of(spec);
        }
    }
}
