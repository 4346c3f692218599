/** The command line: arguments in, reports and exit codes out. */
@NullMarked
package dev.spillway.cli;

import org.jspecify.annotations.NullMarked;
