/** The contract of a rule: card, parameters, verdict, finding. */
@NullMarked
package dev.spillway.rule;

import org.jspecify.annotations.NullMarked;
