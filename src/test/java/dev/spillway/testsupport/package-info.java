/** What tests of several rooms share. */
@NullMarked
package dev.spillway.testsupport;

import org.jspecify.annotations.NullMarked;
