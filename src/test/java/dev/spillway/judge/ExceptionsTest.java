package dev.spillway.judge;

import static dev.spillway.fixture.Stacks.deployment;
import static dev.spillway.fixture.Stacks.graph;
import static dev.spillway.fixture.Stacks.hub;
import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.judge.Judge.Stack;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.rules.Catalogue;
import dev.spillway.view.EventTopology;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions held against the findings of the whole catalogue. */
class ExceptionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Waiver GOOD = waiver("EH-001", "orders", "2027-01-31");

    private final ResourceFixture basic = namespace("orders").tier("Basic");

    @Test
    void anExceptionThatHoldsMarksItsFindingAndNoOther() {
        Judgement judgement = judge(GOOD);

        assertThat(suppressed(judgement)).containsExactly("EH-001");
        assertThat(finding(judgement, "EH-001").suppressedBy())
                .isEqualTo("Migration (orders, ORD-12, until 2027-01-31)");
        assertThat(hygiene(judgement)).isEmpty();
        assertThat(judgement.exceptions()).containsExactly(new Standing(GOOD, true, List.of(basic.urn()), ""));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21,true", "2026-11-20,false"})
    void theLastDayCountsWhole(String expires, boolean holds) {
        Judgement judgement = judge(waiver("EH-001", "orders", expires));

        assertThat(suppressed(judgement).contains("EH-001")).isEqualTo(holds);
        assertThat(hygiene(judgement).isEmpty()).isEqualTo(holds);
    }

    @Test
    void afterItsEndTheFindingIsBackAndSaysWhy() {
        Judgement judgement = judge(waiver("EH-001", "orders", "2026-01-31"));

        assertThat(finding(judgement, "EH-001").suppressedBy()).isEmpty();
        assertThat(finding(judgement, "EH-001").loses())
                .endsWith("The exception in test does not hold: it ended on 2026-01-31");
        assertThat(hygiene(judgement)).containsExactly("2026-01-31, which is over");
    }

    @Test
    void oneThatLacksSomethingCoversNothing() {
        List<Waiver> broken = List.of(
                new Waiver("EH-001", "", "r", "o", "t", "2027-01-31", "test"),
                new Waiver("EH-001", "orders", "", "o", "t", "2027-01-31", "test"),
                new Waiver("EH-001", "orders", "r", "", "t", "2027-01-31", "test"),
                new Waiver("EH-001", "orders", "r", "o", "", "2027-01-31", "test"),
                new Waiver("EH-001", "orders", "r", "o", "t", "31.1.2027", "test"));
        for (Waiver waiver : broken) {
            Judgement judgement = judge(waiver);

            assertThat(suppressed(judgement)).as("%s", waiver).isEmpty();
            assertThat(hygiene(judgement)).as("%s", waiver).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EH-001 | orders | r  | o  | t  | 2027-01-31 | ''",
                "EH-999 | orders | r  | o  | t  | 2027-01-31 | there is no rule EH-999",
                "PU-003 | orders | r  | o  | t  | 2027-01-31 | PU-003 takes no exceptions",
                "EH-001 | orders | r  | o  | t  | 2026-11-20 | it ended on 2026-11-20",
                "EH-001 | ''     | r  | o  | t  | 2027-01-31 | it lacks resource",
                "EH-001 | orders | '' | o  | t  | 2027-01-31 | it lacks reason",
                "EH-001 | orders | r  | '' | t  | 2027-01-31 | it lacks owner",
                "EH-001 | orders | r  | o  | '' | 2027-01-31 | it lacks ticket",
                "EH-001 | orders | r  | o  | t  | 31.1.2027  | it lacks expires as a day such as 2027-01-31",
                "EH-001 | orders | '' | '' | '' | ''         "
                        + "| it lacks reason, owner, ticket, expires as a day such as 2027-01-31",
                "EH-007 | orders | r  | o  | t  | 2027-01-31 | nothing needs it"
            })
    void itsOwnerIsToldWhatIsWrongWithIt(
            String rule, String resource, String reason, String owner, String ticket, String expires, String remark) {
        Judgement judgement = judge(new Waiver(rule, resource, reason, owner, ticket, expires, "test"));

        assertThat(judgement.exceptions()).extracting(Standing::remark).containsExactly(remark);
    }

    @Test
    void aFindingSaysOnlyWhyItsOwnExceptionDoesNotHold() {
        Judgement judgement = judge(waiver("EH-007", "orders", "2026-01-01"), waiver("EH-001", "orders", "2026-01-31"));

        assertThat(finding(judgement, "EH-001").loses())
                .endsWith("The exception in test does not hold: it ended on 2026-01-31");
        assertThat(judgement.findings())
                .filteredOn(finding -> finding.loses().contains("The exception in test"))
                .extracting(Finding::rule)
                .containsExactly("EH-001");
    }

    @Test
    void severalWithTheSameWordsAreToldApart() {
        Waiver ended = waiver("EH-001", "orders", "2026-01-31");

        Judgement judgement = judge(ended, ended, ended);

        assertThat(of(judgement, "PU-009").map(Finding::urn).map(urn -> urn.substring(urn.lastIndexOf("::") + 2)))
                .containsExactly("EH-001 orders", "EH-001 orders 2", "EH-001 orders 3");
    }

    @Test
    void exceptionsAreJudgedByTheirOwnRuleAlone() {
        Judgement judgement = judge(GOOD);

        assertThat(judgement.rules()).isEqualTo(Catalogue.rules().size());
        assertThat(judgement.notApplicable()).doesNotHaveDuplicates();
        assertThat(judgement.passes())
                .filteredOn(passed -> passed.urn().startsWith("urn:pulumi:exceptions"))
                .extracting(Passed::rule)
                .containsExactly("PU-009");
    }

    @Test
    void oneThatNothingNeedsIsAnError() {
        Judgement judgement = judge(waiver("EH-007", "orders", "2027-01-31"));

        assertThat(hygiene(judgement)).containsExactly("nothing that needs it");
        assertThat(finding(judgement, "PU-009").level()).isEqualTo(Level.MANDATORY);
    }

    @Test
    void aSecondOneForTheSameFindingIsNotNeededToCoverIt() {
        Judgement judgement = judge(GOOD, waiver("EH-001", "ord*", "2027-01-31"));

        assertThat(judgement.exceptions()).extracting(Standing::remark).containsExactly("", "nothing needs it");
        assertThat(hygiene(judgement)).containsExactly("nothing that needs it");
    }

    @Test
    void whereTheRuleCannotDecideNobodyKnowsWhetherItIsNeeded() {
        Judgement judgement = judge(List.of(namespace("orders").unknown("sku.tier")), List.of(GOOD));

        assertThat(hygiene(judgement)).isEmpty();
        assertThat(judgement.unknown()).extracting(Undecided::rule).contains("PU-009");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EH-999", "PU-003", "PU-009", ""})
    void aRuleThatThereIsNotAndOneThatTakesNoneIsReported(String rule) {
        Judgement judgement = judge(waiver(rule, "orders", "2027-01-31"));

        assertThat(suppressed(judgement)).isEmpty();
        assertThat(hygiene(judgement)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "urn:pulumi:dev::orders::azure-native:eventhub:Namespace::orders",
                "or*s",
                "urn:pulumi:dev::orders::*"
            })
    void aResourceIsMeantByNameByUrnOrByStars(String resource) {
        assertThat(suppressed(judge(waiver("EH-001", resource, "2027-01-31")))).containsExactly("EH-001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"order", "rders", "Orders", "order.", "urn:pulumi:dev::orders::azure-native:eventhub:Namespace"})
    void aPartOfANameMeansNothing(String resource) {
        assertThat(suppressed(judge(waiver("EH-001", resource, "2027-01-31")))).isEmpty();
    }

    @Test
    void aHubIsMeantByNamespaceAndHub() {
        Judgement judgement = judge(
                List.of(namespace("orders"), hub("orders/billing").partitions(1)),
                List.of(waiver("EH-008", "orders/billing", "2027-01-31")));

        assertThat(suppressed(judgement)).containsExactly("EH-008");
    }

    @Test
    void anObjectOfKubernetesCarriesItsOwnException() {
        ResourceFixture deployment = deployment("order-api").replicas(1).sendsTo("orders/orders");
        deployment.with(
                "metadata.annotations[\"spillway.dev/except-KW-002\"]",
                "{\"reason\":\"r\",\"owner\":\"o\",\"ticket\":\"t\",\"expires\":\"2027-01-31\"}");

        Judgement judgement = judge(List.of(namespace("orders"), deployment), List.of());

        assertThat(suppressed(judgement)).containsExactly("KW-002");
    }

    @Test
    void whatLooksLikeAnAnnotationOutsideKubernetesIsNoException() {
        basic.with(
                "metadata.annotations[\"spillway.dev/except-EH-001\"]",
                "{\"reason\":\"r\",\"owner\":\"o\",\"ticket\":\"t\",\"expires\":\"2027-01-31\"}");

        Judgement judgement = judge();

        assertThat(judgement.exceptions()).isEmpty();
        assertThat(suppressed(judgement)).isEmpty();
    }

    @Test
    void anAnnotationThatIsNoJsonCoversNothing() {
        ResourceFixture deployment = deployment("order-api").replicas(1).sendsTo("orders/orders");
        deployment.with("metadata.annotations[\"spillway.dev/except-KW-002\"]", "because");

        Judgement judgement = judge(List.of(namespace("orders"), deployment), List.of());

        assertThat(suppressed(judgement)).isEmpty();
        assertThat(hygiene(judgement)).containsExactly("no reason, no owner, no ticket");
    }

    @Test
    void oneThatAnyOfSeveralStacksNeedsIsNeeded() {
        Stack needs = stack(List.of(basic));
        Stack doesNot = stack(List.of(namespace("orders")));

        List<Judgement> judgements =
                Judge.judge(Catalogue.rules(), List.of(doesNot, needs), settings(List.of(GOOD)), TODAY);

        assertThat(judgements)
                .allSatisfy(judgement -> assertThat(hygiene(judgement)).isEmpty());
        assertThat(suppressed(judgements.get(1))).containsExactly("EH-001");
    }

    private Judgement judge(Waiver... waivers) {
        return judge(List.of(basic), List.of(waivers));
    }

    private static Judgement judge(List<ResourceFixture> resources, List<Waiver> waivers) {
        return Judge.judge(Catalogue.rules(), List.of(stack(resources)), settings(waivers), TODAY)
                .get(0);
    }

    private static Stack stack(List<ResourceFixture> resources) {
        return new Stack(EventTopology.of(graph(resources.toArray(ResourceFixture[]::new))), Deployed.NOTHING_KNOWN);
    }

    private static PolicySettings settings(List<Waiver> waivers) {
        return new PolicySettings(Choices.of(Profile.BASELINE), Set.of(), Level.ADVISORY, waivers, List.of());
    }

    private static Waiver waiver(String rule, String resource, String expires) {
        return new Waiver(rule, resource, "Migration", "orders", "ORD-12", expires, "test");
    }

    private static List<String> suppressed(Judgement judgement) {
        return judgement.findings().stream()
                .filter(finding -> !finding.suppressedBy().isEmpty())
                .map(Finding::rule)
                .toList();
    }

    private static Stream<Finding> of(Judgement judgement, String rule) {
        return judgement.findings().stream().filter(finding -> finding.rule().equals(rule));
    }

    private static Finding finding(Judgement judgement, String rule) {
        return of(judgement, rule).findFirst().orElseThrow();
    }

    private static List<String> hygiene(Judgement judgement) {
        return of(judgement, "PU-009").map(Finding::seen).toList();
    }
}
