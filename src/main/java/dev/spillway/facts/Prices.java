package dev.spillway.facts;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * List prices of Event Hubs in US dollars, from {@code prices.csv}: without discounts, of one cheap region, for months of 730
 * hours. They are good for comparing designs, and no offer.
 */
public final class Prices {
    /** A month, as prices count it. */
    public static final double HOURS_PER_MONTH = 730;

    /** An event is paid for once for each 64 KB that it begins. */
    public static final double BYTES_PER_BILLED_EVENT = 64_000;

    private static final Map<String, Double> BY_ITEM = FactTable.rows("prices.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> row.get("tier") + "/" + row.get("item"), row -> Double.valueOf(row.get("usd"))));

    private Prices() {}

    /** When the prices were read. */
    public static String date() {
        return FactTable.rows("prices.csv").get(0).get("date");
    }

    /** One throughput, processing or capacity unit for a month. */
    public static double unit(Tier tier) {
        return of(tier, "unit").orElseThrow();
    }

    /** A million billed events; empty where they are part of the unit. */
    public static OptionalDouble ingressPerMillion(Tier tier) {
        return of(tier, "ingress");
    }

    /** Capture for one unit and a month; empty where it is part of the unit, or not offered. */
    public static OptionalDouble capture(Tier tier) {
        return of(tier, "capture");
    }

    private static OptionalDouble of(Tier tier, String item) {
        Double price = BY_ITEM.get(tier.azureName() + "/" + item);
        return price == null ? OptionalDouble.empty() : OptionalDouble.of(price);
    }
}
