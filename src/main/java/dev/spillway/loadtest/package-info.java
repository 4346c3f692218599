/** Load tests of a plan: the files that JMeter and Azure Load Testing run, and forecast against measured. */
@NullMarked
package dev.spillway.loadtest;

import org.jspecify.annotations.NullMarked;
