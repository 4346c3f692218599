/** The Pulumi program: a stack's configuration in, its components declared. */
@NullMarked
package dev.spillway.program;

import org.jspecify.annotations.NullMarked;
