package dev.spillway.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.spillway.monitor.Capture;
import dev.spillway.monitor.EmbeddedMonitor;
import dev.spillway.monitor.Settings;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Inputs that are all there before the SDK reads any of them. */
final class SettledInputsTest {
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<String> second = new CompletableFuture<>();
    /** For each time the SDK reads the tags, whether both were there. */
    private final List<Boolean> bothThere = new CopyOnWriteArrayList<>();

    @Test
    void theSdkReadsAPropertyWhenAllOfItIsThere() {
        Capture capture = declareBelow(SettledInputs.below(ComponentResourceOptions.Empty));

        assertThat(bothThere).isNotEmpty().doesNotContain(false);
        assertThat(capture.graph().resources())
                .filteredOn(resource -> resource.name().equals("reader"))
                .singleElement()
                .satisfies(reader -> assertThat(reader.dependencies())
                        .extracting(urn -> urn.substring(urn.lastIndexOf("::") + 2))
                        .containsExactly("explicit", "first", "second"));
    }

    /** What the class is there for; where this fails, the SDK has changed. */
    @Test
    void byItselfItReadsAsSoonAsItCan() {
        declareBelow(ComponentResourceOptions.Empty);

        assertThat(bothThere).contains(false);
    }

    @TestFactory
    Stream<DynamicTest> anythingThatHoldsAnOutputWaitsForIt() {
        Map<String, Function<Output<String>, Object>> holders = Map.of(
                "arguments",
                        output -> EnvVarArgs.builder().name("A").value(output).build(),
                "an output", output -> Output.of(List.of(output)),
                "a map", output -> Map.of("a", output),
                "a list", output -> List.of("a", output),
                "an optional", Optional::of,
                "the left of an either", Either::ofLeft,
                "the right of an either", Either::ofRight);
        return holders.entrySet().stream()
                .map(holder -> dynamicTest(holder.getKey(), () -> {
                    CompletableFuture<String> value = new CompletableFuture<>();

                    CompletableFuture<Void> settled =
                            SettledInputs.settled(holder.getValue().apply(Output.of(value)));

                    assertThat(settled).isNotDone();
                    value.complete("there");
                    assertThat(settled).isCompleted();
                }));
    }

    private Capture declareBelow(ComponentResourceOptions options) {
        Capture capture = EmbeddedMonitor.run(
                context -> {
                    ComponentResource parent = new Parent(options);
                    CustomResourceOptions child =
                            CustomResourceOptions.builder().parent(parent).build();
                    Map<String, Output<String>> tags = Map.of(
                            "first", later(group("first", Output.of(Map.of()), child), first),
                            "second", later(group("second", Output.of(Map.of()), child), second));
                    group(
                            "reader",
                            untyped(new Watched(tags)),
                            CustomResourceOptions.builder()
                                    .parent(parent)
                                    .dependsOn(group("explicit", Output.of(Map.of()), child))
                                    .build());
                    first.complete("1");
                    second.complete("2");
                },
                new Settings("sample", "dev", Map.of()));
        assertThat(capture.errors()).isEmpty();
        return capture;
    }

    private static Output<String> later(CustomResource resource, CompletableFuture<String> value) {
        return Output.tuple(resource.urn(), Output.of(value)).applyValue(both -> both.t2);
    }

    private static ResourceGroup group(String name, Output<Map<String, String>> tags, CustomResourceOptions options) {
        return new ResourceGroup(
                name,
                ResourceGroupArgs.builder().location("westeurope").tags(tags).build(),
                options);
    }

    /** The SDK takes outputs inside of a map as well, its types do not say so. */
    @SuppressWarnings("unchecked")
    private static Output<Map<String, String>> untyped(Map<String, ?> tags) {
        return Output.of((Map<String, String>) tags);
    }

    private static final class Parent extends ComponentResource {
        Parent(ComponentResourceOptions options) {
            super("spillway:index:Parent", "parent", options);
        }
    }

    private final class Watched extends AbstractMap<String, Output<String>> {
        private final Map<String, Output<String>> tags;

        Watched(Map<String, Output<String>> tags) {
            this.tags = tags;
        }

        /** The SDK reads the entries. */
        @Override
        public Set<Entry<String, Output<String>>> entrySet() {
            bothThere.add(first.isDone() && second.isDone());
            return tags.entrySet();
        }

        /** We read the values. */
        @Override
        public List<Output<String>> values() {
            return List.copyOf(tags.values());
        }
    }
}
