/** Rules about Event Hubs namespaces and hubs. */
@NullMarked
package dev.spillway.rules.eventhubs;

import org.jspecify.annotations.NullMarked;
