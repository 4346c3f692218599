/** Rules that compute across resources: rates against units, replicas against partitions, patience against bursts. */
@NullMarked
package dev.spillway.rules.crossing;

import org.jspecify.annotations.NullMarked;
