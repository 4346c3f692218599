/** The policy pack: the same rules and forecasts, asked by Pulumi's engine while it previews or deploys. */
@NullMarked
package dev.spillway.pack;

import org.jspecify.annotations.NullMarked;
