/** One stack judged and forecast, as the one report that all formats are made from; no secret passes. */
@NullMarked
package dev.spillway.assess;

import org.jspecify.annotations.NullMarked;
