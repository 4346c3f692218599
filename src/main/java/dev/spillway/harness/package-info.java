/** For those who write rules of their own: resources in, verdicts out, without an engine. */
@NullMarked
package dev.spillway.harness;

import org.jspecify.annotations.NullMarked;
