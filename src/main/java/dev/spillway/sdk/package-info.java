/**
 * Runs a program as the SDK does, but that waiting costs nothing, that inputs are there before they are read, and that
 * the end comes at once. Rests on internals of com.pulumi:pulumi 1.36.1.
 */
@NullMarked
package dev.spillway.sdk;

import org.jspecify.annotations.NullMarked;
