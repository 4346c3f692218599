package dev.spillway.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workloads of a stack, as far as they may be given the right to publish.
 *
 * @param haveIdentities whether the stack knows the cluster that vouches for their pods
 */
record Publishers(Map<String, Answer<WorkloadSection>> workloads, boolean haveIdentities) {
    /** Why a workload cannot publish; empty where it can. */
    Optional<String> refusal(String workload) {
        Answer<WorkloadSection> found = workloads.get(workload);
        if (found == null) {
            return Optional.of(workload + " is not declared under workloads, give "
                    + (workloads.isEmpty() ? "publisherPrincipalIds" : Listing.or(List.copyOf(workloads.keySet()))));
        }
        if (found.held().filter(section -> section.isReceiver()).isPresent()) {
            return Optional.of(workload + " is a receiver and has no identity of its own, give publisherPrincipalIds");
        }
        return haveIdentities
                ? Optional.empty()
                : Optional.of(workload + " has no identity without cluster, give cluster or publisherPrincipalIds");
    }
}
