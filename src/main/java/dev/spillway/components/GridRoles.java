package dev.spillway.components;

import com.pulumi.azurenative.authorization.RoleAssignment;
import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.spillway.facts.DataRole;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives rights, and holds back what needs them until they work: Azure takes a while to tell everybody of a new one. */
final class GridRoles {
    /**
     * How long a right may take until it works.
     *
     * @param clock tells how old a right is; without one every right is taken for new
     */
    record Patience(Duration delay, Optional<Clock> clock) {
        static final Duration STANDARD = Duration.ofSeconds(60);
    }

    private GridRoles() {}

    /** An identity may do something with a resource. */
    static RoleAssignment grant(
            String name, DataRole role, Output<String> principalId, Output<String> scope, Resource parent) {
        return Grant.of(role, name)
                .at(scope)
                .to(principalId)
                .declare(
                        name,
                        Output.tuple(scope, principalId).applyValue(both -> name(both.t1, both.t2, role)),
                        CustomResourceOptions.builder().parent(parent).build());
    }

    /** One right, one name: giving it twice is giving it once, and another identity gets another assignment. */
    private static String name(@Nullable String scope, @Nullable String principalId, DataRole role) {
        String all = scope + "|" + principalId + "|" + role.definition();
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * The text as soon as all rights are as old as the wait. A preview gives none and waits for none, and says the text as
     * it is.
     */
    static Output<String> afterwards(String text, List<RoleAssignment> rights, Patience patience) {
        if (rights.isEmpty() || Deployment.getInstance().isDryRun()) {
            return Output.of(text);
        }
        List<Output<String>> made = rights.stream()
                .map(right -> right.createdOn().applyValue(GridRoles::told))
                .toList();
        return Output.all(made)
                .apply(times -> Output.of(delayed(
                        text,
                        times.stream().map(time -> rest(time, patience)).reduce(Duration.ZERO, GridRoles::longer))));
    }

    private static String told(@Nullable String createdOn) {
        return createdOn == null ? "" : createdOn;
    }

    private static CompletableFuture<String> delayed(String text, Duration rest) {
        return CompletableFuture.supplyAsync(
                () -> text, CompletableFuture.delayedExecutor(rest.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** What is left of the wait; a right whose age is not told is an old one. */
    private static Duration rest(String createdOn, Patience patience) {
        Duration wait = patience.delay();
        if (patience.clock().isEmpty()) {
            return wait;
        }
        try {
            Duration age = Duration.between(
                    Instant.parse(createdOn), patience.clock().get().instant());
            Duration rest = wait.minus(age);
            return rest.isNegative() ? Duration.ZERO : longer(Duration.ZERO, shorter(rest, wait));
        } catch (DateTimeException untold) {
            return Duration.ZERO;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
