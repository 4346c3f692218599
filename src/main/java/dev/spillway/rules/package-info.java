/** The catalogue: one class for each rule, in one package for each area. */
@NullMarked
package dev.spillway.rules;

import org.jspecify.annotations.NullMarked;
