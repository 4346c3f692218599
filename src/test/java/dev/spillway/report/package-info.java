/** Tests of the reports. */
@NullMarked
package dev.spillway.report;

import org.jspecify.annotations.NullMarked;
