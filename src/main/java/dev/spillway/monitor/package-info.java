/** Runs a Pulumi program in this process, with no engine, and records everything it would tell the engine. */
@NullMarked
package dev.spillway.monitor;

import org.jspecify.annotations.NullMarked;
