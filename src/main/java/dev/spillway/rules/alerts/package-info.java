/** Rules about alerts: that a loss is seen, in time, by someone. */
@NullMarked
package dev.spillway.rules.alerts;

import org.jspecify.annotations.NullMarked;
