package dev.spillway.plan;

/**
 * A query for people, kept in the workspace.
 *
 * @param key permanent; the runbooks name it
 */
public record SavedQuery(String key, String title, String kql) {}
