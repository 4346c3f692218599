package dev.spillway.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A size of virtual machine that a node can have, from {@code node-sizes.csv}, and what of it is left for pods.
 *
 * @param cores virtual processors
 * @param memoryGibibytes memory, in units of 2^30 bytes
 */
public record NodeSize(String name, int cores, int memoryGibibytes) {
    /** Most pods of a node with the overlay network (https://learn.microsoft.com/azure/aks/azure-cni-overlay, 2026-11-20). */
    public static final int MOST_PODS = 250;

    private static final long MEBI = 1L << 20;
    private static final long GIBI = 1L << 30;

    /** Millicores that AKS keeps, by cores (https://learn.microsoft.com/azure/aks/node-resource-reservations, 2026-11-21). */
    private static final TreeMap<Integer, Integer> KEPT_MILLICORES =
            new TreeMap<>(Map.of(1, 60, 2, 100, 4, 140, 8, 180, 16, 260, 32, 420, 64, 740));

    /** Memory that AKS keeps: 20 MB a possible pod and 50 MB, at most a quarter; and what kubelet evicts at (same page). */
    private static final long KEPT_PER_POD_BYTES = 20 * MEBI;

    private static final long KEPT_BYTES = 50 * MEBI;
    private static final long EVICTION_BYTES = 100 * MEBI;

    /** Assumed for what runs on every node: network, storage drivers, log agent, metrics. No page adds it up. */
    private static final int AGENTS_MILLICORES = 400;

    private static final long AGENTS_BYTES = 800 * MEBI;

    private static final Map<String, NodeSize> SIZES = read();

    /** The size by Azure's name; empty where it is not in the table. */
    public static Optional<NodeSize> find(String name) {
        return Optional.ofNullable(SIZES.get(name));
    }

    /** Every size of the table, in its order. */
    public static List<String> names() {
        return List.copyOf(SIZES.keySet());
    }

    /** CPU that pods can ask for, in thousandths of a core. */
    public int podMillicores() {
        return cores * 1000 - KEPT_MILLICORES.floorEntry(cores).getValue() - AGENTS_MILLICORES;
    }

    /** Memory that pods can ask for. */
    public long podBytes() {
        long all = memoryGibibytes * GIBI;
        long kept = Math.min(MOST_PODS * KEPT_PER_POD_BYTES + KEPT_BYTES, all / 4);
        return all - kept - EVICTION_BYTES - AGENTS_BYTES;
    }

    private static Map<String, NodeSize> read() {
        Map<String, NodeSize> sizes = new LinkedHashMap<>();
        FactTable.rows("node-sizes.csv")
                .forEach(row -> sizes.put(
                        row.get("size"),
                        new NodeSize(
                                row.get("size"),
                                Integer.parseInt(row.get("cores")),
                                Integer.parseInt(row.get("memoryGibibytes")))));
        return sizes;
    }
}
