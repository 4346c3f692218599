package dev.spillway.facts;

/** Who moves events to another region when theirs is lost. */
public enum GridFailover {
    /** Microsoft, to the paired region, when it decides to. */
    CROSS_GEO("crossGeo"),
    /** Nobody: what belongs to the resource never leaves its region. */
    REGIONAL("regional"),
    /** The publisher, to a second resource that is kept equal. */
    CLIENT_SIDE("clientSide");

    private final String key;

    GridFailover(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
