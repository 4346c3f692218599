/** From intent to what will be declared: every figure with its source and its reason. Pure. */
@NullMarked
package dev.spillway.plan;

import org.jspecify.annotations.NullMarked;
