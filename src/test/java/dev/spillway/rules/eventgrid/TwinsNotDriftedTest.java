package dev.spillway.rules.eventgrid;

import static dev.spillway.fixture.DeployedStacks.asDeclared;
import static dev.spillway.fixture.Stacks.twin;
import static dev.spillway.fixture.Verdicts.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.fixture.Verdicts;
import dev.spillway.intake.GraphJson;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.Profile;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Verdict;
import dev.spillway.view.DeployedResource;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceGraph;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void withoutTheDeployedStateNothingIsKnown() {
        assertThat(verdict(Deployed.NOTHING_KNOWN))
                .isEqualTo(unknown(primary, "tags.spillway-pair", "the deployed state is not at hand"));
    }

    @Test
    void pairThatIsNotDeployedYetIsNotJudged() {
        assertThat(verdict(Deployed.of(List.of()))).isEqualTo(Verdict.notApplicable("it is not deployed yet"));
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
