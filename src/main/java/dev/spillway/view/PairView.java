package dev.spillway.view;

/**
 * Two namespaces behind one alias, of which only the entities are copied (geo-disaster recovery of metadata).
 *
 * @param primary absent where that is not in the stack
 * @param partner absent where that is not in the stack
 */
public record PairView(ResourceView resource, Fact<NamespaceView> primary, Fact<NamespaceView> partner)
        implements Subject {
    /** The name of the primary, whether or not it is in the stack. */
    public Fact<String> primaryName() {
        Fact<String> own = resource.text("namespaceName");
        return own.isKnown() ? own : primary.then(NamespaceView::azureName);
    }

    public Fact<String> partnerName() {
        Fact<String> own = ArmId.nameIn(resource.text("partnerNamespace"), "namespaces");
        return own.isKnown() ? own : partner.then(NamespaceView::azureName);
    }

    public Fact<String> alias() {
        return resource.text("alias");
    }

    /** The partner, or why it is not known. */
    public Fact<NamespaceView> knownPartner() {
        return stated(partner, "the partner namespace is not in the stack");
    }

    public Fact<NamespaceView> knownPrimary() {
        return stated(primary, "the namespace is not in the stack");
    }

    private static Fact<NamespaceView> stated(Fact<NamespaceView> side, String why) {
        return side.isAbsent() ? Fact.unknown(side.path(), why) : side;
    }
}
