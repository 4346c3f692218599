/** Runs every program under {@code examples}. */
@NullMarked
package dev.spillway.examples;

import org.jspecify.annotations.NullMarked;
