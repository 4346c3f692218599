/** Rules about engine options and about what is deployed already. */
@NullMarked
package dev.spillway.rules.options;

import org.jspecify.annotations.NullMarked;
