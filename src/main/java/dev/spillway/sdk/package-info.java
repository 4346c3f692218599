/**
 * Runs a program as the SDK does, but that waiting costs nothing, and that inputs are there before they are read. Rests on
 * internals of com.pulumi:pulumi 1.36.1.
 */
@NullMarked
package dev.spillway.sdk;

import org.jspecify.annotations.NullMarked;
