/** Spillway: keeps events from being lost on Azure Event Hubs and Event Grid while AKS scales. */
@NullMarked
package dev.spillway;

import org.jspecify.annotations.NullMarked;
