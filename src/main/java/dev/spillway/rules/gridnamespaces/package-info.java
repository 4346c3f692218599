/** Rules about Event Grid namespaces: queues, their patience and their dead letters. */
@NullMarked
package dev.spillway.rules.gridnamespaces;

import org.jspecify.annotations.NullMarked;
