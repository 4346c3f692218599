package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.spillway.components.GridRoles.Patience;
import dev.spillway.model.EventGridCheck;
import dev.spillway.model.EventGridSpec;
import dev.spillway.model.GridNamespaceSpec;
import dev.spillway.model.GridSourceSpec;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.model.RuleProfile;
import dev.spillway.model.RulesSpec;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.plan.EventGridPlan;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a component of Event Grid is asked to be: {@link EventGridTopic}, {@link EventGridDomain}, {@link
 * EventGridSystemTopic}, {@link EventGridNamespace} and {@link EventGridFailoverPair} all take it. What is not given is
 * derived; the component's {@code effectiveSettings} tell every value with its source and reason.
 */
public final class EventGridArgs {
    private final @Nullable Output<String> resourceGroupName;
    private final Function<String, StackPlan> plan;
    private final Patience patience;
    private final Map<String, RoutingTopic> routes;

    private EventGridArgs(
            @Nullable Output<String> resourceGroupName,
            Function<String, StackPlan> plan,
            Patience patience,
            Map<String, RoutingTopic> routes) {
        this.resourceGroupName = resourceGroupName;
        this.plan = plan;
        this.patience = patience;
        this.routes = new TreeMap<>(routes);
    }

    /**
     * A topic of the same program that MQTT messages may be routed to.
     *
     * @param idByLocation its id in each region where it is
     */
    record RoutingTopic(Map<String, Output<String>> idByLocation) {}

    public static Builder builder() {
        return new Builder();
    }

    /**
     * Arguments out of a stack that was read, and holds a resource of the component's name.
     *
     * @param clock tells how old a right is, so that nothing waits for one that works
     */
    public static EventGridArgs of(Output<String> resourceGroupName, StackSpec stack, Clock clock) {
        return new EventGridArgs(
                resourceGroupName,
                component -> StackPlanner.plan(stack),
                new Patience(Patience.STANDARD, Optional.of(clock)),
                Map.of());
    }

    /** Arguments out of a plan that was made for the whole stack. */
    static EventGridArgs planned(Output<String> resourceGroupName, StackPlan plan, Patience patience) {
        return new EventGridArgs(resourceGroupName, component -> plan, patience, Map.of());
    }

    /** The same, where these topics of the program are known to route to. */
    EventGridArgs routingTo(Map<String, RoutingTopic> topics) {
        return new EventGridArgs(resourceGroupName, plan, patience, topics);
    }

    /** The plan of the stack that the component is part of; one that stands alone is a stack of its own. */
    StackPlan stackPlan(String componentName) {
        return plan.apply(componentName);
    }

    /** What the component declares its resources with. */
    GridScope scope(String componentName, ComponentResource component) {
        StackPlan planned = stackPlan(componentName);
        return new GridScope(
                component,
                Objects.requireNonNull(resourceGroupName),
                planned.spec(),
                planned.eventGrid(),
                patience,
                routes);
    }

    /**
     * What every part of a component is declared with.
     *
     * @param parent the component
     * @param patience how long a right that was just given may take until it works
     */
    record GridScope(
            ComponentResource parent,
            Output<String> resourceGroupName,
            StackSpec stack,
            EventGridPlan plan,
            Patience patience,
            Map<String, RoutingTopic> routes) {
        /** The same for a component below. */
        GridScope under(ComponentResource child) {
            return new GridScope(child, resourceGroupName, stack, plan, patience, routes);
        }
    }

    /** Collects the arguments. */
    public static final class Builder {
        private @Nullable Output<String> resourceGroupName;
        private @Nullable String location;
        private Optional<String> secondaryLocation = Optional.empty();
        private SizingProfile profile = SizingProfile.STANDARD;
        private RecoveryTarget recovery = new RecoveryTarget(
                OptionalDouble.empty(), OptionalDouble.empty(), RecoveryTarget.Comparison.BEST, Duration.ofHours(24));
        private Duration roleWait = Patience.STANDARD;
        private Optional<Clock> clock = Optional.empty();
        private final List<GridSourceSpec> sources = new ArrayList<>();
        private final List<GridNamespaceSpec> namespaces = new ArrayList<>();
        private final Map<String, String> tags = new TreeMap<>();

        private Builder() {}

        /** The resource group to declare everything in. Required. */
        public Builder resourceGroupName(Output<String> name) {
            this.resourceGroupName = name;
            return this;
        }

        /** The resource group by its name. */
        public Builder resourceGroupName(String name) {
            return resourceGroupName(Output.of(name));
        }

        /** Azure region by its programmatic name, such as {@code westeurope}. Required. */
        public Builder location(String name) {
            this.location = name;
            return this;
        }

        /** The other region of a failover pair. Required for a pair. */
        public Builder secondaryLocation(String name) {
            this.secondaryLocation = Optional.of(name);
            return this;
        }

        /** Default: standard. Under {@code dev} nothing is protected. */
        public Builder profile(SizingProfile value) {
            this.profile = value;
            return this;
        }

        /** Default: nothing may be lost, subscribers may be away for 12 hours. */
        public Builder recovery(RecoveryTarget value) {
            this.recovery = value;
            return this;
        }

        /** What the component is: a topic, a domain or a system topic of the component's name. */
        public Builder source(GridSourceSpec spec) {
            sources.add(spec);
            return this;
        }

        /** What the component is: a namespace of the component's name. */
        public Builder namespace(GridNamespaceSpec spec) {
            namespaces.add(spec);
            return this;
        }

        /**
         * How long a right that was just given may take until it works; a subscription is made after it. Default: 60
         * seconds. Nothing waits in a preview, nor, where there is a {@link #clock}, for a right that is older.
         */
        public Builder roleWait(Duration wait) {
            this.roleWait = wait;
            return this;
        }

        /** Tells how old a right is; without one an update waits for every right as if it were new. */
        public Builder clock(Clock value) {
            this.clock = Optional.of(value);
            return this;
        }

        public Builder tags(Map<String, String> more) {
            tags.putAll(more);
            return this;
        }

        /** The arguments as they are now; the component checks them when it is made, all at once. */
        public EventGridArgs build() {
            List<String> missing = new ArrayList<>();
            if (location == null) {
                missing.add("location");
            }
            if (resourceGroupName == null) {
                missing.add("resourceGroupName");
            }
            StackSpec stack = new StackSpec(
                    "",
                    profile,
                    location == null ? "" : location,
                    "",
                    tags,
                    Optional.empty(),
                    recovery,
                    List.of(),
                    List.of(),
                    RulesSpec.of(RuleProfile.BASELINE),
                    Optional.empty(),
                    Optional.empty(),
                    secondaryLocation,
                    new EventGridSpec(sources, namespaces));
            return new EventGridArgs(
                    resourceGroupName,
                    componentName -> {
                        EventGridCheck.check(componentName, missing, stack);
                        return StackPlanner.plan(stack);
                    },
                    new Patience(roleWait, clock),
                    Map.of());
        }
    }
}
