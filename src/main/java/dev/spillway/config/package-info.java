/** The text of a {@code stack.yaml} in, a validated stack out, or everything that is wrong with it at once. */
@NullMarked
package dev.spillway.config;

import org.jspecify.annotations.NullMarked;
