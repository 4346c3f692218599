/** What {@code make bench} runs: measured side by side in one run, never asserted. */
@NullMarked
package dev.spillway.bench;

import org.jspecify.annotations.NullMarked;
