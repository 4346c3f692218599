package dev.spillway.model;

/**
 * The owner's word that a hub was empty before partitions were added, so that no key is in two of them at once.
 *
 * @param to the number of partitions that it was given for; it says nothing about any other growth
 * @param drained who saw what, and when
 */
public record PartitionGrowth(int to, String drained) {}
