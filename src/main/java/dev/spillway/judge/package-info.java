/** Runs rules over a stack: profile, order of findings, and what could not be decided. */
@NullMarked
package dev.spillway.judge;

import org.jspecify.annotations.NullMarked;
