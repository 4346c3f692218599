package dev.spillway.view;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version of an Azure API a resource speaks, by its token and the provider that serves it. */
final class LaterApi {
    private static final Pattern VERSION = Pattern.compile("[/_]v(\\d{8})");
    private static final Pattern MAJOR = Pattern.compile("(\\d+)\\..*");

    /** The first provider whose tokens without version speak stable versions of 2025. */
    private static final int PROVIDER = 3;

    private LaterApi() {}

    /** Whether it speaks that version, such as {@code 20250215}, or a later one. */
    static boolean isUsedBy(ResourceView resource, String version) {
        Matcher token = VERSION.matcher(resource.type());
        if (token.find()) {
            return token.group(1).compareTo(version) >= 0;
        }
        Matcher provider = MAJOR.matcher(resource.options().version());
        return provider.matches() && Integer.parseInt(provider.group(1)) >= PROVIDER;
    }
}
