/** The components for programs in any language: a provider that describes them and declares them when it is asked. */
@NullMarked
package dev.spillway.provider;

import org.jspecify.annotations.NullMarked;
