/** What the real engine does with our program, components and policy pack; run by {@code make check} where it is built. */
@NullMarked
package dev.spillway.engine;

import org.jspecify.annotations.NullMarked;
