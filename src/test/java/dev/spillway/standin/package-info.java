/** A stand-in for Azure behind the provider protocol, for tests of the real engine; it never touches a cloud. */
@NullMarked
package dev.spillway.standin;

import org.jspecify.annotations.NullMarked;
