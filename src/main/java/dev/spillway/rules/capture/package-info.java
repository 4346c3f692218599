/** Rules about Capture: the durable copy of every event, and the account it is written to. */
@NullMarked
package dev.spillway.rules.capture;

import org.jspecify.annotations.NullMarked;
