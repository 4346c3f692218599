/** The read side: declared resources as the engine sees them, and the event topology that follows from them. */
@NullMarked
package dev.spillway.view;

import org.jspecify.annotations.NullMarked;
