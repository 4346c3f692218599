package dev.spillway.loss.sizing;

/**
 * One setting of a design.
 *
 * @param sender whose setting it is; empty where it is the namespace's, or all senders'
 * @param note the same for a client library's own settings; empty where there is nothing to say
 */
public record Change(Setting setting, String sender, double value, String note) {}
