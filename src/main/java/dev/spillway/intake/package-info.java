/** Reads resource graphs from what others wrote, and writes the graph that others read. */
@NullMarked
package dev.spillway.intake;

import org.jspecify.annotations.NullMarked;
