/** STUB of the loss room, to compile against; the real one replaces it. */
@NullMarked
package dev.spillway.loss;

import org.jspecify.annotations.NullMarked;
