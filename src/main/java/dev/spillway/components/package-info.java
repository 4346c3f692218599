/** Pulumi components: each turns its arguments into a plan and declares the plan's resources. */
@NullMarked
package dev.spillway.components;

import org.jspecify.annotations.NullMarked;
