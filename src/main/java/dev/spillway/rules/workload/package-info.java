/** Rules about workloads on AKS and what scales them. */
@NullMarked
package dev.spillway.rules.workload;

import org.jspecify.annotations.NullMarked;
