package dev.spillway.judge;

import static dev.spillway.fixture.Stacks.namespace;
import static dev.spillway.fixture.Stacks.topology;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spillway.fixture.ResourceFixture;
import dev.spillway.judge.Baseline.Entry;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rules.Catalogue;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static final List<String> RULES =
            Catalogue.rules().stream().map(rule -> rule.card().id()).toList();

    private final ResourceFixture orders = namespace("orders").tier("Basic");
    private final Judgement before = judge(orders);

    @Test
    void whatWasFoundStopsNothing() {
        Judgement marked = Baseline.of(List.of(before)).mark(before);

        assertThat(before.stopsTheChange()).isTrue();
        assertThat(marked.stopsTheChange()).isFalse();
        assertThat(marked.findings()).hasSameSizeAs(before.findings());
    }

    @Test
    void whatIsNewStopsTheChange() {
        Judgement now = judge(orders, namespace("payments").tier("Basic"));

        Judgement marked = Baseline.of(List.of(before)).mark(now);

        assertThat(open(marked)).isNotEmpty().allMatch(urn -> urn.endsWith("::payments"));
    }

    @Test
    void aFindingIsKnownWhateverIsSeen() {
        Judgement one = judge(namespace("orders").capacity(3).inflateTo(4));
        Judgement other = judge(namespace("orders").capacity(4).inflateTo(5));

        assertThat(Baseline.of(List.of(one))).isEqualTo(Baseline.of(List.of(other)));
        assertThat(one.findings()).isNotEqualTo(other.findings());
    }

    @Test
    void whatIsMendedLeaves() {
        Baseline old = Baseline.of(List.of(before));

        Baseline left = old.shrunk(List.of(judge(namespace("orders"))), List.of(orders.urn()), RULES);

        assertThat(old.entries()).extracting(Entry::rule).contains("EH-001");
        assertThat(left.entries()).extracting(Entry::rule).doesNotContain("EH-001");
    }

    @Test
    void whatBelongsToAStackOrARuleThatWasNotAskedStays() {
        Baseline old = Baseline.of(List.of(before));
        Judgement clean = judge(namespace("orders"));

        assertThat(old.shrunk(List.of(clean), List.of("urn:pulumi:other::orders::a:b:C::d"), RULES))
                .isEqualTo(old);
        assertThat(old.shrunk(List.of(clean), List.of(orders.urn()), List.of())).isEqualTo(old);
    }

    @Test
    void aStackOfThatNameInAnotherProjectIsAnotherStack() {
        Baseline old = Baseline.of(List.of(before));

        Baseline left =
                old.shrunk(List.of(judge(namespace("orders"))), List.of("urn:pulumi:dev::payments::a:b:C::d"), RULES);

        assertThat(left).isEqualTo(old);
    }

    @Test
    void whatWasFoundOnAResourceThatIsGoneLeaves() {
        Baseline old = Baseline.of(List.of(before));

        Baseline left = old.shrunk(
                List.of(judge(namespace("payments"))),
                List.of(namespace("payments").urn()),
                RULES);

        assertThat(old.entries()).isNotEmpty();
        assertThat(left.entries()).isEmpty();
    }

    @Test
    void whatIsMarkedStaysOld() {
        Baseline old = Baseline.of(List.of(before));

        assertThat(Baseline.of(List.of(old.mark(before)))).isEqualTo(old);
    }

    @Test
    void whatAnExceptionCoversIsNoOldFinding() {
        Judgement excepted = mapped(finding -> finding.suppressed("Migration"));

        Baseline old = Baseline.of(List.of(excepted));

        assertThat(old.entries()).isEmpty();
        assertThat(Baseline.of(List.of(before)).mark(excepted)).isEqualTo(excepted);
    }

    @Test
    void aRuleThatFailedIsNoOldFinding() {
        Judgement failed = mapped(BaselineTest::failed);

        assertThat(Baseline.of(List.of(failed)).entries()).isEmpty();
        assertThat(Baseline.of(List.of(before)).mark(failed).stopsTheChange()).isTrue();
    }

    @Test
    void whatCannotBeToldTodayStays() {
        Baseline old = Baseline.of(List.of(before));

        Baseline left =
                old.shrunk(List.of(judge(namespace("orders").unknown("sku.tier"))), List.of(orders.urn()), RULES);

        assertThat(left.entries()).extracting(Entry::rule).contains("EH-001");
    }

    @Test
    void itGrowsByWhatIsNew() {
        Judgement now = judge(namespace("payments").tier("Basic"));

        Baseline grown = Baseline.of(List.of(before)).grown(List.of(now));

        assertThat(open(grown.mark(now))).isEmpty();
        assertThat(open(grown.mark(before))).isEmpty();
    }

    @Test
    void whatIsWrittenIsRead() {
        Baseline baseline = new Baseline(false, List.of(new Entry("EH-001", "b", "c"), new Entry("EH-001", "a", "c")));

        assertThat(Baseline.read(baseline.write(), "f")).isEqualTo(baseline);
        assertThat(baseline.entries()).extracting(Entry::urn).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"version\":2,\"findings\":[]}",
                "{\"version\":1}",
                "{\"version\":1,\"findings\":[{\"rule\":\"a\"}]}",
                "{\"version\":1,\"findings\":[],\"mayGrwo\":false}"
            })
    void whatIsNoBaselineIsRefused(String text) {
        assertThatThrownBy(() -> Baseline.read(text, "old.json"))
                .isInstanceOf(WrongPolicy.class)
                .hasMessageStartingWith("old.json: ");
    }

    private Judgement mapped(UnaryOperator<Finding> change) {
        return before.with(before.findings().stream().map(change).toList(), List.of());
    }

    private static Finding failed(Finding one) {
        return new Finding(
                one.rule(),
                one.name(),
                one.severity(),
                one.level(),
                "error",
                one.urn(),
                one.path(),
                one.seen(),
                one.wanted(),
                one.loses(),
                one.fix(),
                one.changes(),
                one.url(),
                "");
    }

    private static List<String> open(Judgement judgement) {
        return judgement.findings().stream()
                .filter(finding -> finding.suppressedBy().isEmpty())
                .map(Finding::urn)
                .toList();
    }

    private static Judgement judge(ResourceFixture... resources) {
        return Judge.judge(
                Stream.of(Catalogue.rules()).flatMap(List::stream).toList(),
                topology(resources),
                Deployed.NOTHING_KNOWN,
                Profile.BASELINE);
    }
}
