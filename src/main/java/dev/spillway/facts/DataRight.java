package dev.spillway.facts;

import java.util.stream.Stream;

/**
 * What an identity may do with data, and the built-in roles that let it; roles of the control plane, Owner among them, do not.
 *
 * <p>Source of the ids: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles, read on 2026-11-20.
 */
public enum DataRight {
    SEND_TO_HUB(
            "Azure Event Hubs Data Sender",
            "2b629674-e913-4c01-ae53-ef4638d8f975",
            "Azure Event Hubs Data Owner",
            "f526a384-b230-433a-b45c-95f59c4a2dec"),
    READ_FROM_HUB(
            "Azure Event Hubs Data Receiver",
            "a638d3c7-ab3a-418d-83e6-5f17a39d4fde",
            "Azure Event Hubs Data Owner",
            "f526a384-b230-433a-b45c-95f59c4a2dec"),
    WRITE_BLOBS(
            "Storage Blob Data Contributor",
            "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
            "Storage Blob Data Owner",
            "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
    SEND_TO_QUEUE(
            "Storage Queue Data Message Sender",
            "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
            "Storage Queue Data Contributor",
            "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
    SEND_TO_BUS(
            "Azure Service Bus Data Sender",
            "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39",
            "Azure Service Bus Data Owner",
            "090c5cfd-751d-490a-894a-3ce6f1109419");

    private final String leastRole;
    private final String least;
    private final String ownerRole;
    private final String owner;

    DataRight(String leastRole, String least, String ownerRole, String owner) {
        this.leastRole = leastRole;
        this.least = least;
        this.ownerRole = ownerRole;
        this.owner = owner;
    }

    /** The title of the role that gives this right and no more. */
    public String leastRole() {
        return leastRole;
    }

    /** Whether a role definition, by its id, the end of it or its title, gives the right. */
    public boolean isGivenBy(String roleDefinition) {
        String role = roleDefinition.substring(roleDefinition.lastIndexOf('/') + 1);
        return Stream.of(least, owner, leastRole, ownerRole).anyMatch(role::equalsIgnoreCase);
    }
}
