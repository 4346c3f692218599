package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.ConfigMapVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeMountArgs;
import dev.spillway.plan.ClientConfiguration;
import dev.spillway.plan.ClientConfigurations;
import dev.spillway.plan.WorkloadPlan;
import java.util.Map;
import java.util.TreeMap;

/** The settings of every client library as files, which the pods find in one folder. */
final class ClientFiles {
    /** Where the pods find them. */
    static final String FOLDER = "/etc/spillway/client";

    private static final String VOLUME = "client-settings";

    private ClientFiles() {}

    /** Content by file name. */
    static Map<String, String> of(WorkloadPlan plan) {
        Map<String, String> files = new TreeMap<>();
        for (ClientConfiguration one : ClientConfigurations.of(plan)) {
            files.put(one.file(), one.content());
        }
        return files;
    }

    static VolumeArgs volume(Output<String> configMap) {
        return VolumeArgs.builder()
                .name(VOLUME)
                .configMap(ConfigMapVolumeSourceArgs.builder().name(configMap).build())
                .build();
    }

    static VolumeMountArgs mount() {
        return VolumeMountArgs.builder()
                .name(VOLUME)
                .mountPath(FOLDER)
                .readOnly(true)
                .build();
    }
}
