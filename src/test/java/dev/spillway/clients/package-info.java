/** What components emit for client libraries, loaded into the libraries themselves. */
@NullMarked
package dev.spillway.clients;

import org.jspecify.annotations.NullMarked;
