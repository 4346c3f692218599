/** Dead letters of Event Grid: read one by one, grouped by reason, and written as the requests that would replay them. */
@NullMarked
package dev.spillway.deadletter;

import org.jspecify.annotations.NullMarked;
