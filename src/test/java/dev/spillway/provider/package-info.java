/** Tests of the provider, and the components that it is compared with. */
@NullMarked
package dev.spillway.provider;

import org.jspecify.annotations.NullMarked;
