package dev.spillway.model;

import java.util.List;

/** Whose identities may use a hub: object ids of Entra principals. Each gets one role, at the hub and no wider. */
public record AccessSpec(List<String> senders, List<String> receivers, List<String> owners) {
    public static final AccessSpec NONE = new AccessSpec(List.of(), List.of(), List.of());

    public AccessSpec {
        senders = List.copyOf(senders);
        receivers = List.copyOf(receivers);
        owners = List.copyOf(owners);
    }
}
