/** Holds the reader of {@code stack.yaml} to its promises. */
@NullMarked
package dev.spillway.config;

import org.jspecify.annotations.NullMarked;
