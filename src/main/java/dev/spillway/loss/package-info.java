/**
 * What happens to every offered event, computed before anything is deployed: a fluid, exact, event-driven model without a time step.
 * Times are seconds and rates events per second throughout; the unit stands last in every name.
 */
@NullMarked
package dev.spillway.loss;

import org.jspecify.annotations.NullMarked;
