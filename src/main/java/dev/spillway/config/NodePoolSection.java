package dev.spillway.config;

import dev.spillway.facts.NodeSize;
import dev.spillway.model.NodePoolSpec;

/** The keys of a pool of nodes. */
final class NodePoolSection {
    /** What Azure allows in one pool (https://learn.microsoft.com/azure/aks/quotas-skus-regions, 2026-11-20). */
    private static final int MOST_NODES = 1000;

    private final Keys keys;
    private final Key<String> vmSize;
    private final Key<Integer> minNodes;
    private final Key<Integer> maxNodes;
    private final int fewest;

    /** @param fewest nodes below which the pool is no pool */
    NodePoolSection(String section, int fewest) {
        this.fewest = fewest;
        this.keys = new Keys(section);
        this.vmSize = keys.optional("vmSize", TextForm.of(Names.NODE_SIZE));
        this.minNodes = keys.optional("minNodes", NumberForm.whole("a number of nodes", fewest, MOST_NODES));
        this.maxNodes = keys.optional("maxNodes", NumberForm.whole("a number of nodes", fewest, MOST_NODES));
    }

    Form<NodePoolSpec> form() {
        return keys.as("a pool of nodes", this::read);
    }

    private NodePoolSpec read(Fields fields) {
        int least = fields.get(minNodes).held().orElse(fewest);
        fields.get(maxNodes)
                .held()
                .filter(most -> most < least)
                .ifPresent(most -> fields.report(maxNodes, most + " is below minNodes, give " + least + " or more"));
        checkSize(fields);
        return new NodePoolSpec(
                fields.get(vmSize).held(),
                Optionals.ofInt(fields.get(minNodes)),
                Optionals.ofInt(fields.get(maxNodes)));
    }

    /** What fits on a node is known of some sizes only; of the others the owner has to say how many are needed. */
    private void checkSize(Fields fields) {
        boolean isSized =
                !fields.get(minNodes).isAbsent() && !fields.get(maxNodes).isAbsent();
        if (!isSized && fields.get(vmSize).holds(size -> NodeSize.find(size).isEmpty())) {
            fields.report(
                    vmSize,
                    "how much fits on a " + fields.get(vmSize).value()
                            + " is not known here, give minNodes and maxNodes" + " with it, or "
                            + Listing.or(NodeSize.names()));
        }
    }
}
