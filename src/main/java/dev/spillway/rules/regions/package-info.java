/** Rules about the loss of a region: pairs, replicas, and clients that find the other side. */
@NullMarked
package dev.spillway.rules.regions;

import org.jspecify.annotations.NullMarked;
