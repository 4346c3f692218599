/** Figures that cannot be mixed up: a rate is not a size, a share is not a percentage. Time is {@link java.time.Duration}. */
@NullMarked
package dev.spillway.units;

import org.jspecify.annotations.NullMarked;
