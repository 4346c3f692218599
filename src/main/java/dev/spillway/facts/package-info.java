/** What Azure and its clients publish: tiers, limits, regions. Every figure comes from a table with its source and date. */
@NullMarked
package dev.spillway.facts;

import org.jspecify.annotations.NullMarked;
