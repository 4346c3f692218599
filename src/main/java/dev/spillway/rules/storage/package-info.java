/** Rules about storage accounts by what the pipeline keeps in them. */
@NullMarked
package dev.spillway.rules.storage;

import org.jspecify.annotations.NullMarked;
