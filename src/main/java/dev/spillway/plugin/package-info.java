/** How a process of ours serves the engine that started it. */
@NullMarked
package dev.spillway.plugin;

import org.jspecify.annotations.NullMarked;
