@NullMarked
package dev.spillway.loadtest;

import org.jspecify.annotations.NullMarked;
