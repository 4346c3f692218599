package dev.spillway.rules.options;

import dev.spillway.view.DeployedResource;
import dev.spillway.view.Fact;
import dev.spillway.view.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What makes the engine delete a deployed resource and create another in its place: a change of an input that Azure takes at
 * creation only. The engine does not say what it is about to do, so the inputs are compared.
 */
record Replacement(List<String> changes, List<Fact<?>> unknown) {
    /** Places and names; Azure does not tell capitals from small letters in them, nor blanks in a region. */
    private static final List<String> TEXTS = List.of(
            "location", "resourceGroupName", "namespaceName", "eventHubName", "topicName", "domainName", "alias");

    private static final String ZONES = "zoneRedundant";

    static Replacement of(DeployedResource before, ResourceView now) {
        Replacement replacement = new Replacement(new ArrayList<>(), new ArrayList<>());
        TEXTS.forEach(path -> replacement.compare(path, before.text(path), now.text(path), Replacement::plain));
        replacement.compare(ZONES, before.flag(ZONES), now.flag(ZONES), String::valueOf);
        return new Replacement(List.copyOf(replacement.changes), List.copyOf(replacement.unknown));
    }

    /** A value that one side leaves out is the service's to choose, and says nothing. */
    private <T> void compare(String path, Fact<T> before, Fact<T> now, Function<T, String> written) {
        if (before.isAbsent() || now.isAbsent()) {
            return;
        }
        if (before.whenKnown().isEmpty() || now.whenKnown().isEmpty()) {
            unknown.add(now.whenKnown().isEmpty() ? now : before);
            return;
        }
        String old = written.apply(before.whenKnown().get());
        String young = written.apply(now.whenKnown().get());
        if (!old.equals(young)) {
            changes.add(path + " from " + old + " to " + young);
        }
    }

    private static String plain(String name) {
        return name.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
