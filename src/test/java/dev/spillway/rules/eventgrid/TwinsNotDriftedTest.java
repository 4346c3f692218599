package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.DeployedStacks.asDeclared;
import static dev.spillway.fixture.Stacks.resource;
import static dev.spillway.fixture.Stacks.twin;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Context;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Verdict;
import dev.spillway.view.DeployedResource;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import dev.spillway.view.TwinView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinsNotDriftedTest {
    private final ResourceFixture primary =
            twin("orders", "primary").with("location", "westeurope").with("inputSchema", "CloudEventSchemaV1_0");
    private final ResourceFixture secondary =
            twin("orders", "secondary").with("location", "northeurope").with("inputSchema", "CloudEventSchemaV1_0");

    @Test
    void equalButForPlaceAndNamePasses() {
        assertThat(verdict(Deployed.of(List.of(asDeclared(primary), asDeclared(secondary)))))
                .isEqualTo(Verdict.pass());
    }

    /** Equal by construction: a topic and a namespace with clients, certificates, spaces and dead letters. */
    @Test
    void thePairsThatWeDeclareAreEqual() {
        ResourceGraph declared = GraphJson.read(Path.of("stacks/event-grid/plan.approved.json"));
        Deployed asDeclared = Deployed.of(declared.resources().stream()
                .map(resource -> new DeployedResource(resource.urn(), true, resource.inputs(), resource.inputs()))
                .toList());

        Judgement judgement =
                Judge.judge(List.of(new TwinsNotDrifted()), EventTopology.of(declared), asDeclared, Profile.STRICT);

        assertThat(judgement.passed()).isEqualTo(2);
        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.unknown()).isEmpty();
    }

    @Test
    void whatWasChangedInOneRegionIsNamed() {
        assertThat(verdict(Deployed.of(
                        List.of(asDeclared(primary), asDeclared(secondary.with("inputSchema", "EventGridSchema"))))))
                .isEqualTo(Verdict.violation("", "orders-primary: inputSchema", "the same in both regions"));
    }

    @Test
    void oneThatWasNeverMadeIsNamed() {
        assertThat(verdict(Deployed.of(List.of(asDeclared(primary)))))
                .isEqualTo(Verdict.violation(
                        "", "orders-primary is deployed in one region alone", "the same in both regions"));
    }

    @Test
    void wordsThatDifferInCaseAloneAreTheSame() {
        assertThat(verdict(Deployed.of(List.of(
                        asDeclared(primary), asDeclared(secondary.with("inputSchema", "cloudeventschemav1_0"))))))
                .isEqualTo(Verdict.pass());
    }

    @Test
    void aDeployedHalfWithoutTheOtherInTheStackIsReported() {
        Deployed alone = Deployed.of(List.of(asDeclared(primary)));

        assertThat(Verdicts.of(new TwinsNotDrifted(), context -> context.with(alone), primary))
                .isEqualTo(Verdict.violation(
                        "tags.spillway-pair", "no counterpart in the stack", "the same in both regions"));
    }

    @Test
    void whatTheServiceSaysCountsBeforeWhatWasDeclared() {
        DeployedResource changed = new DeployedResource(
                secondary.urn(),
                false,
                secondary.view().inputs(),
                secondary.with("publicNetworkAccess", "Disabled").view().inputs());

        assertThat(verdict(Deployed.of(List.of(asDeclared(primary), changed))))
                .isEqualTo(Verdict.violation("", "orders-primary: publicNetworkAccess", "the same in both regions"));
    }

    @Test
    void whatStandsBesideBothIsComparedAndTheRestHasNoCounterpart() {
        ResourceView sent = part("orders-primary", "-billing", "BlobCreated");
        ResourceView other = part("orders-secondary", "-billing", "BlobDeleted");
        ResourceView lost = part("orders-primary", "-audit", "BlobCreated");
        ResourceView surplus = part("orders-secondary", "-search", "BlobCreated");
        ResourceView planned = part("orders-secondary", "-planned", "BlobCreated");

        assertThat(drift(List.of(planned), sent, other, lost, surplus))
                .isEqualTo(Verdict.violation(
                        "",
                        "orders-primary-audit is deployed in one region alone; "
                                + "orders-primary-billing: filter.includedEventTypes[0]; "
                                + "orders-secondary-search has no counterpart",
                        "the same in both regions"));
    }

    @Test
    void whatIsDeployedNowhereYetIsNoDifference() {
        assertThat(drift(List.of(
                        part("orders-primary", "-billing", "BlobCreated"),
                        part("orders-secondary", "-billing", "BlobDeleted"))))
                .isEqualTo(Verdict.pass());
    }

    @ParameterizedTest
    @CsvSource({"5,''", "6,; and 1 more", "7,; and 2 more"})
    void fiveDifferencesAreNamedAndTheOthersCounted(int count, String rest) {
        ResourceView[] parts = IntStream.range(0, count)
                .mapToObj(at -> part("orders-primary", "-" + at, "BlobCreated"))
                .toArray(ResourceView[]::new);
        String five = IntStream.range(0, 5)
                .mapToObj(at -> "orders-primary-" + at + " is deployed in one region alone")
                .collect(Collectors.joining("; "));

        assertThat(drift(List.of(), parts)).isEqualTo(Verdict.violation("", five + rest, "the same in both regions"));
    }

    @Test
    void withoutTheDeployedStateNothingIsKnown() {
        assertThat(verdict(Deployed.NOTHING_KNOWN))
                .isEqualTo(unknown(primary, "tags.spillway-pair", "the deployed state is not at hand"));
    }

    @Test
    void pairThatIsNotDeployedYetIsNotJudged() {
        assertThat(verdict(Deployed.of(List.of()))).isEqualTo(Verdict.notApplicable("it is not deployed yet"));
    }

    /** The verdict on two halves in components of their own, with some parts planned and some deployed. */
    private Verdict drift(List<ResourceView> planned, ResourceView... parts) {
        List<ResourceView> deployed = new ArrayList<>(List.of(parts));
        deployed.add(below("orders-primary", primary.view()));
        deployed.add(below("orders-secondary", secondary.view()));
        List<ResourceView> all = new ArrayList<>(deployed);
        all.addAll(planned);
        EventTopology topology = EventTopology.of(new ResourceGraph(all));
        Deployed state = Deployed.of(deployed.stream()
                .map(one -> new DeployedResource(one.urn(), false, one.inputs(), one.inputs()))
                .toList());
        TwinView pair = topology.grid().twins().get(0);
        return new TwinsNotDrifted().check(pair, Context.of(topology).with(state));
    }

    private static ResourceView part(String half, String name, String eventType) {
        return below(
                half,
                resource("azure-native:eventgrid:TopicEventSubscription", half + name)
                        .with("filter.includedEventTypes", List.of(eventType))
                        .view());
    }

    private static ResourceView below(String component, ResourceView child) {
        return new ResourceView(
                child.urn(),
                child.type(),
                child.name(),
                "urn:pulumi:dev::orders::spillway:index:Topic::" + component,
                child.inputs(),
                child.dependencies(),
                child.propertyDependencies(),
                child.options());
    }

    private Verdict verdict(Deployed deployed) {
        return Verdicts.of(
                new TwinsNotDrifted(),
                context -> context.with(deployed),
                twin("orders", "primary").with("location", "westeurope").with("inputSchema", "CloudEventSchemaV1_0"),
                twin("orders", "secondary")
                        .with("location", "northeurope")
                        .with("inputSchema", "CloudEventSchemaV1_0"));
    }
}
