package dev.spillway.model;

import dev.spillway.facts.TierLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Finds everything wrong with the arguments of a namespace before anything is declared. */
public final class NamespaceCheck {
    private final String component;
    private final List<Problem> problems = new ArrayList<>();

    private NamespaceCheck(String component) {
        this.component = component;
    }

    /**
     * Throws {@link Problems} that name every argument that is missing or impossible.
     *
     * @param missing names of required arguments that were not given
     */
    public static void check(String componentName, List<String> missing, NamespaceSpec spec, String location) {
        NamespaceCheck check = new NamespaceCheck("EventHubsNamespace " + componentName);
        missing.forEach(argument -> check.add(argument, "missing, an EventHubsNamespace needs it"));
        check.namespace(spec);
        check.hubs(spec);
        new CaptureCheck(check::add).check(spec);
        NamespaceFormats.wrongIn(spec, check::add);
        Crossing.in(spec, location)
                .forEach(wrong -> check.add(wrong.path().replaceFirst("^hubs\\.", "hub."), wrong.message()));
        if (!check.problems.isEmpty()) {
            throw new Problems(check.problems);
        }
    }

    private void namespace(NamespaceSpec spec) {
        spec.azureName()
                .filter(name -> !name.isEmpty() && !TextFormat.NAMESPACE_NAME.fits(name))
                .ifPresent(name -> add(
                        "namespaceName",
                        "\"" + name
                                + "\" is not a namespace name, give 6 to 50 letters, digits and hyphens, a letter first"
                                + " and no hyphen last"));
        if (spec.tier().isLarge()) {
            return;
        }
        int limit = TierLimits.of(spec.tier()).units();
        range("throughputUnits", spec.throughputUnits(), limit, "throughput units");
        range("maximumThroughputUnits", spec.maximumThroughputUnits(), limit, "throughput units");
        if (spec.maximumThroughputUnits().isEmpty()) {
            return;
        }
        int ceiling = spec.maximumThroughputUnits().getAsInt();
        if (!spec.autoInflate().orElse(true)) {
            add("maximumThroughputUnits", ceiling + " with auto-inflate off is refused by Azure, leave it out");
        }
        if (ceiling < spec.throughputUnits().orElse(1)) {
            add(
                    "maximumThroughputUnits",
                    ceiling + " is below throughputUnits, give "
                            + spec.throughputUnits().orElse(1) + " or more");
        }
    }

    private void hubs(NamespaceSpec spec) {
        if (spec.hubs().isEmpty()) {
            add("hub", "none, give at least one hub");
        }
        Set<String> names = new HashSet<>();
        TierLimits limits = TierLimits.of(spec.tier());
        for (HubSpec hub : spec.hubs()) {
            String at = "hub." + hub.name();
            if (!names.add(hub.name())) {
                add(at, "given twice, give each hub a name of its own");
            }
            range(at + ".partitionCount", hub.partitionCount(), limits.partitionsPerHub(), "partitions");
            hub.retention()
                    .map(retention -> OptionalInt.of((int) retention.toHours()))
                    .ifPresent(hours -> range(
                            at + ".retention",
                            hours,
                            (int) limits.longestRetention().toHours(),
                            "hours"));
        }
    }

    private void range(String argument, OptionalInt value, int most, String unit) {
        if (value.isPresent() && (value.getAsInt() < 1 || value.getAsInt() > most)) {
            add(argument, value.getAsInt() + " is not possible, give 1 to " + most + " " + unit);
        }
    }

    private void add(String argument, String message) {
        problems.add(new Problem(component, 0, 0, argument, message));
    }
}
