/** The other way round: what a pipeline has to be so that it loses no more than it may, and what that costs. */
@NullMarked
package dev.spillway.loss.sizing;

import org.jspecify.annotations.NullMarked;
