/** What people and machines read, and what hostile texts do to it. */
@NullMarked
package dev.spillway.report;

import org.jspecify.annotations.NullMarked;
