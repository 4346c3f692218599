package dev.spillway.facts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a virtual machine of a size has, read from its name and {@code vm-families.csv}: {@code Standard_D4s_v5} is four cores of
 * the family D at four GiB each.
 */
public record VmSize(int cores, double gibibytes) {
    private static final Pattern NAME = Pattern.compile("Standard_([A-Z]+)(\\d+)(?:-\\d+)?([a-z]*)_v(\\d+)");

    /** Empty where the family is not in the table. */
    public static Optional<VmSize> of(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String family = parts.group(1) + (parts.group(3).contains("l") ? "l" : "");
        int cores = Integer.parseInt(parts.group(2));
        int version = Integer.parseInt(parts.group(4));
        return FactTable.rows("vm-families.csv").stream()
                .filter(row -> row.get("family").equals(family) && version >= Integer.parseInt(row.get("fromVersion")))
                .findFirst()
                .map(row -> new VmSize(cores, cores * Double.parseDouble(row.get("gibibytesPerCore"))));
    }
}
