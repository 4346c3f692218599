package dev.spillway.components;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.azurenative.authorization.RoleAssignmentArgs;
import com.pulumi.azurenative.authorization.enums.PrincipalType;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.facts.DataRole;
import java.util.UUID;

/**
 * One role for one identity at one place.
 *
 * <p>Its name in Azure follows from what it says, so that a lost state makes no second one. Azure answers with a longer form
 * of the role's id than it was given; that is no reason to take a sender's right away and give it back.
 */
record Grant(DataRole role, String what, Output<String> scope, Output<String> principalId) {
    /** @param what it is for, in words that no other grant of the role has */
    static Grant of(DataRole role, String what) {
        return new Grant(role, what, Output.of(""), Output.of(""));
    }

    Grant at(Output<String> id) {
        return new Grant(role, what, id, principalId);
    }

    Grant to(Output<String> principal) {
        return new Grant(role, what, scope, principal);
    }

    RoleAssignment declare(String name, CustomResourceOptions options) {
        return declare(name, principalId.applyValue(this::uuid), options);
    }

    /** The same under a name in Azure that somebody else derives, and must not derive otherwise later. */
    RoleAssignment declare(String name, Output<String> azureName, CustomResourceOptions options) {
        return new RoleAssignment(
                name,
                RoleAssignmentArgs.builder()
                        .roleAssignmentName(azureName)
                        .principalId(principalId)
                        .principalType(PrincipalType.ServicePrincipal)
                        .roleDefinitionId(role.definition())
                        .scope(scope)
                        .build(),
                CustomResourceOptions.merge(
                        options,
                        CustomResourceOptions.builder()
                                .ignoreChanges("roleDefinitionId")
                                .build()));
    }

    private String uuid(String principal) {
        return UUID.nameUUIDFromBytes((what + "|" + role.title() + "|" + principal).getBytes(UTF_8))
                .toString();
    }
}
