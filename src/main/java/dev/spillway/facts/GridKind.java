package dev.spillway.facts;

import java.util.Optional;

/**
 * The kinds of Event Grid resource that events are published to, and which of them can be failed over how.
 *
 * <p>Source: https://github.com/MicrosoftDocs/reliability-docs/blob/e92155a11a1c0304ccf1b7fb2b0e135c87d0194a/articles/reliability/reliability-event-grid.md,
 * read on 2026-11-20.
 */
public enum GridKind {
    TOPIC("topic"),
    DOMAIN("domain"),
    SYSTEM_TOPIC("system topic"),
    NAMESPACE("namespace"),
    PARTNER_NAMESPACE("partner namespace"),
    PARTNER_TOPIC("partner topic");

    private final String title;

    GridKind(String title) {
        this.title = title;
    }

    /** Its name in a sentence. */
    public String title() {
        return title;
    }

    /**
     * Why a resource of this kind cannot be failed over that way; empty where it can.
     *
     * @param location the region that it is in, by its programmatic name
     */
    public Optional<String> refusal(GridFailover failover, String location) {
        return switch (failover) {
            case CROSS_GEO -> crossGeo(location);
            case REGIONAL -> regional();
            case CLIENT_SIDE -> clientSide();
        };
    }

    private Optional<String> crossGeo(String location) {
        return switch (this) {
            case TOPIC, DOMAIN ->
                Regions.find(location).flatMap(Region::pair).isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                location + " has no paired region that Event Grid could fail over to, give clientSide");
            case SYSTEM_TOPIC ->
                Optional.of(
                        "Azure fails the metadata of a system topic over by itself and has no switch for it, leave it out");
            case NAMESPACE, PARTNER_NAMESPACE ->
                Optional.of("Azure fails no " + title + " over, give clientSide for a second one in another region");
            case PARTNER_TOPIC ->
                Optional.of(
                        "Azure fails no partner topic over, ask the partner for a partner topic in a second region");
        };
    }

    private Optional<String> regional() {
        return switch (this) {
            case TOPIC, DOMAIN -> Optional.empty();
            case SYSTEM_TOPIC ->
                Optional.of(
                        "the metadata of a system topic goes to the paired region and cannot be kept, leave it out");
            case NAMESPACE, PARTNER_NAMESPACE, PARTNER_TOPIC ->
                Optional.of("a " + title
                        + " never leaves its region, so that there is nothing to keep there, leave it out");
        };
    }

    private Optional<String> clientSide() {
        return switch (this) {
            case TOPIC, DOMAIN, NAMESPACE, PARTNER_NAMESPACE -> Optional.empty();
            case SYSTEM_TOPIC ->
                Optional.of("Azure itself publishes to a system topic and asks no client of yours, leave it out");
            case PARTNER_TOPIC ->
                Optional.of(
                        "the partner publishes to a partner topic, ask the partner to fail over between two partner namespaces");
        };
    }
}
