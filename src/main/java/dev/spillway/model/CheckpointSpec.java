package dev.spillway.model;

/**
 * Where readers keep how far they have read, in storage that exists already.
 *
 * @param resourceGroup the group of the account
 */
public record CheckpointSpec(String storageAccount, String resourceGroup, String container) {}
