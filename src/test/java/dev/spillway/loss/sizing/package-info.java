@NullMarked
package dev.spillway.loss.sizing;

import org.jspecify.annotations.NullMarked;
