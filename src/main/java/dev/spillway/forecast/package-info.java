/** The loss forecast of a stack that is read rather than planned: figures of the loss model, filled from the view. */
@NullMarked
package dev.spillway.forecast;

import org.jspecify.annotations.NullMarked;
