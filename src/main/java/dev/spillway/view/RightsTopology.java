package dev.spillway.view;

import dev.spillway.facts.DataRight;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do what with data: role assignments and the identities that they are given to. */
public final class RightsTopology {
    private static final String SERVICE_ACCOUNT = "spec.template.spec.serviceAccountName";
    private static final String CLIENT_ID = "metadata.annotations[\"azure.workload.identity/client-id\"]";

    private final KeyIndex<Declared> assignmentsByHolder;
    private final KeyIndex<Declared> ownerlessByScope;
    private final Join<Declared> identities;
    private final Map<String, ResourceView> identityByUrn;
    private final Join<Declared> serviceAccounts;

    RightsTopology(ResourceGraph graph) {
        List<Declared> assignments =
                graph.of(ResourceKind.ROLE_ASSIGNMENT).map(Declared::new).toList();
        this.assignmentsByHolder = new KeyIndex<>(assignments, one -> KeyIndex.Keys.of(holders(one)));
        this.ownerlessByScope = new KeyIndex<>(
                assignments.stream().filter(one -> holders(one).length == 0).toList(),
                one -> ArmKeys.of(one.resource().text("scope"), one.resource(), "scope"));
        List<Declared> own =
                graph.of(ResourceKind.USER_IDENTITY).map(Declared::new).toList();
        this.identities = new Join<>(own, identity -> identity.resource().text("resourceName"));
        this.identityByUrn =
                own.stream().map(Declared::resource).collect(Collectors.toMap(ResourceView::urn, Function.identity()));
        this.serviceAccounts = new Join<>(
                graph.of(ResourceKind.SERVICE_ACCOUNT).map(Declared::new).toList(),
                account -> KubernetesName.of(account.resource()));
    }

    /**
     * The identity that a place names: {@code type} and, where it is user assigned, its id beside it.
     *
     * @param holder whose own identity {@code SystemAssigned} is
     */
    public Principal named(ResourceView from, String path, String property, Fact<ResourceView> holder) {
        Fact<String> type = from.text(path + ".type");
        return new Principal(type.then(name -> name.equals("UserAssigned")
                ? identities
                        .find(
                                ArmId.nameIn(from.text(path + ".userAssignedIdentity"), "userAssignedIdentities"),
                                from,
                                property)
                        .map(Declared::resource)
                : holder));
    }

    /** The managed identity that the pods of a workload sign in as; absent where they have none. */
    public Principal of(WorkloadView workload) {
        Fact<String> name = workload.resource().text(SERVICE_ACCOUNT);
        Fact<String> reference = Fact.both(
                KubernetesName.namespaceOf(workload.resource()),
                name.map(own -> KubernetesName.join("ServiceAccount", own)),
                KubernetesName::join);
        return new Principal(serviceAccounts
                .find(reference, workload.resource(), "spec")
                .then(account -> identityOf(account.resource())));
    }

    private Fact<ResourceView> identityOf(ResourceView account) {
        Fact<String> client = account.text(CLIENT_ID);
        if (client.isAbsent()) {
            return Fact.absent(CLIENT_ID);
        }
        List<ResourceView> reached = account.edges("metadata").stream()
                .filter(identityByUrn::containsKey)
                .map(identityByUrn::get)
                .toList();
        return reached.size() == 1
                ? Fact.known(CLIENT_ID, reached.get(0))
                : Fact.unknown(CLIENT_ID, "the identity of that client is not in the stack");
    }

    /** Whether a role assignment of the stack gives an identity a right to a target. */
    public Search granted(ResourceView holder, DataRight right, ArmTarget target) {
        return Search.among(
                near(holder, ArmKeys.of(target)),
                assignment -> Facts.all(
                        assignment.resource().text("roleDefinitionId").map(right::isGivenBy),
                        target.isCoveredBy(assignment.resource().text("scope"), assignment.resource(), "scope"),
                        isOf(holder, assignment.resource())));
    }

    /** The same for a target that is not in the stack, by its id: that or what it lies in has to be written in the assignment. */
    public Search granted(ResourceView holder, DataRight right, String targetId) {
        return Search.among(
                near(holder, ArmKeys.inside(targetId)),
                assignment -> Facts.all(
                        assignment.resource().text("roleDefinitionId").map(right::isGivenBy),
                        assignment.resource().text("scope").map(scope -> lies(targetId, scope)),
                        isOf(holder, assignment.resource())));
    }

    /** Those that are given to a holder, and those of which the stack does not say to whom they are given. */
    private List<Declared> near(ResourceView holder, KeyIndex.Keys target) {
        return Stream.concat(
                        assignmentsByHolder.sharing(KeyIndex.Keys.of(holder.urn())).stream(),
                        ownerlessByScope.sharing(target).stream())
                .sorted(Comparator.comparing(Declared::urn))
                .toList();
    }

    private static String[] holders(Declared assignment) {
        return assignment.resource().edges("principalId").toArray(String[]::new);
    }

    private static boolean lies(String id, String scope) {
        String inner = id.toLowerCase(Locale.ROOT) + "/";
        String outer = scope.toLowerCase(Locale.ROOT);
        return inner.startsWith(outer.endsWith("/") ? outer : outer + "/");
    }

    private static Fact<Boolean> isOf(ResourceView holder, ResourceView assignment) {
        Fact<String> principal = assignment.text("principalId");
        List<String> edges = assignment.edges("principalId");
        if (edges.contains(holder.urn())) {
            return Fact.known(principal.path(), true);
        }
        if (!edges.isEmpty()) {
            return Fact.known(principal.path(), false);
        }
        return principal.then(
                id -> Fact.unknown(principal.path(), "met an id, and whose it is the stack does not say"));
    }

    /** A resource of which nothing but its inputs counts. */
    private record Declared(ResourceView resource) implements Subject {}
}
