package dev.spillway.components;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.spillway.facts.Tier;
import dev.spillway.model.ApplicationGroup;
import dev.spillway.model.CaptureStorageSpec;
import dev.spillway.model.DedicatedCluster;
import dev.spillway.model.DiagnosticsSpec;
import dev.spillway.model.DisasterRecoverySpec;
import dev.spillway.model.EncryptionSpec;
import dev.spillway.model.HubSpec;
import dev.spillway.model.LoadProfile;
import dev.spillway.model.NamespaceCheck;
import dev.spillway.model.NamespaceOptions;
import dev.spillway.model.NamespaceSpec;
import dev.spillway.model.NetworkSpec;
import dev.spillway.model.RecoveryTarget;
import dev.spillway.model.RuleProfile;
import dev.spillway.model.RulesSpec;
import dev.spillway.model.SasRule;
import dev.spillway.model.SchemaGroup;
import dev.spillway.model.SizingProfile;
import dev.spillway.model.StackSpec;
import dev.spillway.model.WorkloadSpec;
import dev.spillway.plan.StackPlan;
import dev.spillway.plan.StackPlanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EventHubsNamespace} is asked to be. What is not given is derived from the load, the recovery target and the
 * workloads; the component's {@code effectiveSettings} tell every value with its source and reason.
 */
public final class EventHubsNamespaceArgs {
    private final @Nullable Output<String> resourceGroupName;
    private final BiFunction<String, Resource, StackPlan> plan;
    private final PrivateDns dns;

    private EventHubsNamespaceArgs(
            @Nullable Output<String> resourceGroupName, BiFunction<String, Resource, StackPlan> plan) {
        this(resourceGroupName, plan, new PrivateDns());
    }

    private EventHubsNamespaceArgs(
            @Nullable Output<String> resourceGroupName, BiFunction<String, Resource, StackPlan> plan, PrivateDns dns) {
        this.resourceGroupName = resourceGroupName;
        this.plan = plan;
        this.dns = dns;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Arguments out of a stack that was read, and holds a namespace of the component's name. */
    public static EventHubsNamespaceArgs of(Output<String> resourceGroupName, StackSpec stack) {
        return new EventHubsNamespaceArgs(
                resourceGroupName,
                (componentName, component) ->
                        StackPlanner.plan(stack, LiveStack.beside(component).read(stack, resourceGroupName)));
    }

    /** Arguments out of a plan that was made for the whole stack. */
    static EventHubsNamespaceArgs planned(Output<String> resourceGroupName, StackPlan stack, PrivateDns dns) {
        return new EventHubsNamespaceArgs(resourceGroupName, (name, component) -> stack, dns);
    }

    PrivateDns dns() {
        return dns;
    }

    Output<String> resourceGroupName() {
        return Objects.requireNonNull(resourceGroupName);
    }

    /** The plan of the stack that the component is part of; one that stands alone is a stack of its own. */
    StackPlan stackPlan(String componentName, Resource component) {
        return plan.apply(componentName, component);
    }

    /** Collects the arguments. */
    public static final class Builder {
        private @Nullable Output<String> resourceGroupName;
        private @Nullable String namespaceName;
        private @Nullable String location;
        private SizingProfile profile = SizingProfile.STANDARD;
        private Tier tier = Tier.STANDARD;
        private final NamespaceOptions.Builder options = NamespaceOptions.builder();
        private Optional<LoadProfile> load = Optional.empty();
        private RecoveryTarget recovery = new RecoveryTarget(
                OptionalDouble.empty(), OptionalDouble.empty(), RecoveryTarget.Comparison.BEST, Duration.ofHours(24));
        private OptionalInt throughputUnits = OptionalInt.empty();
        private Optional<Boolean> autoInflate = Optional.empty();
        private OptionalInt maximumThroughputUnits = OptionalInt.empty();
        private Optional<Duration> inflateReaction = Optional.empty();
        private boolean resetInflatedCapacity;
        private Optional<CaptureStorageSpec> captureStorage = Optional.empty();
        private final List<HubSpec> hubs = new ArrayList<>();
        private final List<WorkloadSpec> workloads = new ArrayList<>();
        private final Map<String, String> tags = new TreeMap<>();

        private Builder() {}

        /**
         * The resource group to declare the namespace in. Required. The component waits for the name, because it asks for
         * the units and partitions that are there; a name that is known is better given as text.
         */
        public Builder resourceGroupName(Output<String> name) {
            this.resourceGroupName = name;
            return this;
        }

        /** The resource group by its name. */
        public Builder resourceGroupName(String name) {
            return resourceGroupName(Output.of(name));
        }

        /** The globally unique name that clients use, 6 to 50 characters. Required. */
        public Builder namespaceName(String name) {
            this.namespaceName = name;
            return this;
        }

        /** Azure region by its programmatic name, such as {@code westeurope}. Required. */
        public Builder location(String name) {
            this.location = name;
            return this;
        }

        /** Default: standard. Under {@code dev} nothing is protected. */
        public Builder profile(SizingProfile value) {
            this.profile = value;
            return this;
        }

        /** The load that the namespace has to admit; without one the sizes are the smallest and the loss is not computable. */
        public Builder load(LoadProfile value) {
            this.load = Optional.of(value);
            return this;
        }

        /** Default: nothing may be lost, consumers may be away for 24 hours. */
        public Builder recovery(RecoveryTarget value) {
            this.recovery = value;
            return this;
        }

        /** Units at the start, 1 to 40. Default: derived from the load. */
        public Builder throughputUnits(int units) {
            this.throughputUnits = OptionalInt.of(units);
            return this;
        }

        /** Default: true. */
        public Builder autoInflate(boolean on) {
            this.autoInflate = Optional.of(on);
            return this;
        }

        /** Ceiling of auto-inflate, 1 to 40 and not below the units at the start. Default: derived. */
        public Builder maximumThroughputUnits(int units) {
            this.maximumThroughputUnits = OptionalInt.of(units);
            return this;
        }

        /** How long inflate takes to add a unit. Default: 60 seconds, an assumption. */
        public Builder inflateReaction(Duration reaction) {
            this.inflateReaction = Optional.of(reaction);
            return this;
        }

        /**
         * Default: false. An update never takes back units that auto-inflate has added: what is declared is what was planned
         * or what is there, whichever is more. True declares what was planned, and the namespace is not asked.
         */
        public Builder resetInflatedCapacity(boolean reset) {
            this.resetInflatedCapacity = reset;
            return this;
        }

        /**
         * Where captured files go, for hubs with {@link HubSpec#capture}. Default: an account of its own, redundant over zones
         * where the region has them, written to by an identity.
         */
        public Builder captureStorage(CaptureStorageSpec storage) {
            this.captureStorage = Optional.of(storage);
            return this;
        }

        /** Adds a hub; at least one is needed. */
        public Builder hub(HubSpec hub) {
            hubs.add(hub);
            return this;
        }

        /** Names a workload that will send to or read from the namespace, so that its most pods count in the sizes. */
        public Builder workload(WorkloadSpec workload) {
            workloads.add(workload);
            return this;
        }

        public Builder tags(Map<String, String> more) {
            tags.putAll(more);
            return this;
        }

        /** Standard, Premium or Dedicated. Default: Standard. A namespace cannot change it. */
        public Builder tier(Tier value) {
            this.tier = value;
            return this;
        }

        /** Processing units on Premium: 1, 2, 4, 8 or 16. Default: derived from the load and the partitions, at least 2. */
        public Builder processingUnits(int units) {
            options.processingUnits(OptionalInt.of(units));
            return this;
        }

        /** What one unit of Premium or Dedicated lets in, in MB/s, from a test of your own: none is published. */
        public Builder ingressMegabytesPerSecondPerUnit(double rate) {
            options.ingressMegabytesPerSecondPerUnit(OptionalDouble.of(rate));
            return this;
        }

        /** The cluster of a Dedicated namespace. Required on Dedicated, impossible elsewhere. */
        public Builder dedicatedCluster(DedicatedCluster value) {
            options.cluster(Optional.of(value));
            return this;
        }

        /** Default: as the region has zones. Fixed at creation. */
        public Builder zoneRedundant(boolean on) {
            options.zoneRedundant(Optional.of(on));
            return this;
        }

        /** Whether Kafka clients are let in. Default: true. */
        public Builder kafka(boolean on) {
            options.kafka(on);
            return this;
        }

        /** Whether keys are accepted beside Entra identities. Default: false. */
        public Builder localAuth(boolean on) {
            options.localAuth(on);
            return this;
        }

        /** Who may reach it. Default: everybody who has a role, from everywhere. */
        public Builder network(NetworkSpec value) {
            options.network(Optional.of(value));
            return this;
        }

        /** A key of one's own, on Premium and Dedicated. Default: Microsoft's. */
        public Builder encryption(EncryptionSpec value) {
            options.encryption(Optional.of(value));
            return this;
        }

        /** A key pair for the whole namespace; wants {@code localAuth}. Default: none. */
        public Builder sasRule(SasRule rule) {
            options.sasRules(List.of(rule));
            return this;
        }

        /** A group of schemas. Default: none. */
        public Builder schemaGroup(SchemaGroup group) {
            options.schemaGroups(List.of(group));
            return this;
        }

        /** Clients that are held to a share, on Premium and Dedicated. Default: none. */
        public Builder applicationGroup(ApplicationGroup group) {
            options.applicationGroups(List.of(group));
            return this;
        }

        /** Where logs and metrics go. Default: nowhere. */
        public Builder diagnostics(DiagnosticsSpec value) {
            options.diagnostics(Optional.of(value));
            return this;
        }

        /** What is there when the region is lost. Default: nothing. */
        public Builder disasterRecovery(DisasterRecoverySpec value) {
            options.disasterRecovery(Optional.of(value));
            return this;
        }

        /** Takes a namespace that is somebody else's, in that resource group, and declares only what is in it. */
        public Builder existing(String resourceGroup) {
            options.existingGroup(Optional.of(resourceGroup));
            return this;
        }

        /** The arguments as they are now; the component checks them when it is made, all at once. */
        public EventHubsNamespaceArgs build() {
            NamespaceSpec plain = new NamespaceSpec(
                    "",
                    Optional.ofNullable(namespaceName),
                    load,
                    tier,
                    throughputUnits,
                    autoInflate,
                    maximumThroughputUnits,
                    inflateReaction,
                    resetInflatedCapacity,
                    hubs,
                    options.build());
            NamespaceSpec namespace = captureStorage.map(plain::with).orElse(plain);
            StackSpec stack = new StackSpec(
                    "",
                    profile,
                    location == null ? "" : location,
                    "",
                    tags,
                    Optional.empty(),
                    recovery,
                    List.of(namespace),
                    workloads,
                    RulesSpec.of(RuleProfile.BASELINE));
            List<String> missing = missing();
            Output<String> group =
                    namespace.options().existingGroup().map(Output::of).orElse(resourceGroupName);
            return new EventHubsNamespaceArgs(group, (componentName, component) -> {
                NamespaceCheck.check(componentName, missing, namespace, stack.location());
                StackSpec alone = stack.with(namespace.named(componentName));
                return StackPlanner.plan(alone, LiveStack.beside(component).read(alone, Objects.requireNonNull(group)));
            });
        }

        private List<String> missing() {
            List<String> missing = new ArrayList<>();
            if (location == null) {
                missing.add("location");
            }
            if (namespaceName == null) {
                missing.add("namespaceName");
            }
            if (resourceGroupName == null && options.build().isOurs()) {
                missing.add("resourceGroupName");
            }
            return List.copyOf(missing);
        }
    }
}
