/** Pages that are written from what the code says about itself. */
@NullMarked
package dev.spillway.docgen;

import org.jspecify.annotations.NullMarked;
