/** Rules about AKS clusters and their pools of nodes. */
@NullMarked
package dev.spillway.rules.cluster;

import org.jspecify.annotations.NullMarked;
