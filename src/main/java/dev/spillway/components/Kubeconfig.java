package dev.spillway.components;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The credentials of a cluster, as Azure hands them out. */
final class Kubeconfig {
    /** Asks a person to type a code, which nobody does in a pipeline. */
    private static final String ASKS = "devicecode";

    private static final String AS_WHO_IS_LOGGED_IN = "azurecli";

    private Kubeconfig() {}

    /** The first of them, logging in as {@code az} does, which needs {@code kubelogin} on the path. */
    static String of(Map<String, Object> answer) {
        if (answer.get("kubeconfigs") instanceof List<?> all
                && !all.isEmpty()
                && all.get(0) instanceof Map<?, ?> first
                && first.get("value") instanceof String encoded) {
            String text = new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
            return text.replace(ASKS, AS_WHO_IS_LOGGED_IN);
        }
        throw new IllegalArgumentException("Azure gave no kubeconfig for the cluster");
    }
}
