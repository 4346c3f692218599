/** Intent as validated records: what a stack asks for, before anything is derived. */
@NullMarked
package dev.spillway.model;

import org.jspecify.annotations.NullMarked;
