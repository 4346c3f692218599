/** What people and machines read: one class per format, over one set of plain values. */
@NullMarked
package dev.spillway.report;

import org.jspecify.annotations.NullMarked;
