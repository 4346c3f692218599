package dev.spillway.judge;

import static dev.spillway.fixture.Stacks.namespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.fixture.Stacks;
import dev.spillway.rule.Context;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.EventTopology;
import dev.spillway.view.Gap;
import dev.spillway.view.NamespaceView;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge, with rules that say what they are told to. */
class JudgeTest {
    private static final Verdict.Violation VIOLATION = Verdict.violation("sku.tier", "Basic", "Standard");

    @Test
    void aViolationBecomesAFindingWithEverythingThatItsCardSays() {
        Judgement judgement = judge(says("EH-900", Severity.HIGH, VIOLATION.withNote("Here: 7 events")));

        assertThat(judgement.findings())
                .containsExactly(new Finding(
                        "EH-900",
                        "told",
                        Severity.HIGH,
                        Level.ADVISORY,
                        "violation",
                        namespace("orders").urn(),
                        "sku.tier",
                        "Basic",
                        "Standard",
                        "Events are lost. Here: 7 events",
                        "Do it right",
                        List.of(),
                        "policies/event-hubs/EH-900-told/README.md",
                        ""));
    }

    @Test
    void findingsAreSortedByWhatTheyLose() {
        Judgement judgement = judge(
                says("EH-901", Severity.LOW, VIOLATION),
                says("EH-903", Severity.CRITICAL, VIOLATION),
                says("EH-902", Severity.CRITICAL, VIOLATION));

        assertThat(judgement.findings()).extracting(Finding::rule).containsExactly("EH-902", "EH-903", "EH-901");
    }

    @Test
    void everyVerdictIsCountedOnce() {
        Gap gap = new Gap("urn", "orders", "sku.tier", "not given");
        Judgement judgement = judge(
                says("EH-901", Severity.LOW, Verdict.pass()),
                says("EH-902", Severity.LOW, Verdict.pass("take care")),
                says("EH-903", Severity.LOW, Verdict.notApplicable("not here")),
                says("EH-904", Severity.LOW, Verdict.unknown(List.of(gap))),
                says("EH-905", Severity.LOW, VIOLATION));
        String urn = namespace("orders").urn();

        assertThat(judgement.passed()).isEqualTo(2);
        assertThat(judgement.notes()).containsExactly(new Note("EH-902", "told", urn, "take care"));
        assertThat(judgement.notApplicable()).containsExactly(new NotApplicable("EH-903", "told", urn, "not here"));
        assertThat(judgement.unknown())
                .containsExactly(new Undecided("EH-904", "told", Severity.LOW, urn, List.of(gap)));
        assertThat(judgement.count(Severity.LOW)).isEqualTo(1);
        assertThat(judgement.rules()).isEqualTo(5);
        assertThat(judgement.resources()).isEqualTo(1);
    }

    @Test
    void aRuleThatThrowsStopsTheChangeUnderEveryProfile() {
        Rule<NamespaceView> broken = rule("EH-900", Severity.LOW, namespace -> {
            throw new IllegalStateException("no such luck");
        });

        for (Profile profile : Profile.values()) {
            Judgement judgement = Judge.judge(List.of(broken), stack(), Deployed.NOTHING_KNOWN, profile);

            assertThat(judgement.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.verdict()).isEqualTo("error");
                assertThat(finding.rule()).isEqualTo("EH-900");
                assertThat(finding.urn()).isEqualTo(namespace("orders").urn());
                assertThat(finding.seen()).isEqualTo("the rule failed: java.lang.IllegalStateException: no such luck");
            });
            assertThat(judgement.stopsTheChange()).isTrue();
        }
    }

    @Test
    void aRuleThatCannotFindWhatItJudgesStopsTheChange() {
        Rule<NamespaceView> lost = new Lost(card("EH-900", Severity.LOW, Level.ADVISORY));

        Judgement judgement = judge(lost, says("EH-901", Severity.LOW, Verdict.pass()));

        assertThat(judgement.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo("error");
            assertThat(finding.urn()).isEmpty();
            assertThat(finding.seen()).endsWith("IllegalStateException: nowhere");
        });
        assertThat(judgement.stopsTheChange()).isTrue();
        assertThat(judgement.passed()).isEqualTo(1);
    }

    @Test
    void whatIsNoFindingIsSortedByRuleAndResource() {
        Gap gap = new Gap("urn", "orders", "sku.tier", "not given");
        List<Rule<?>> rules = List.of(
                says("EH-906", Severity.LOW, Verdict.unknown(List.of(gap))),
                says("EH-905", Severity.LOW, Verdict.unknown(List.of(gap))),
                says("EH-907", Severity.HIGH, Verdict.unknown(List.of(gap))),
                says("EH-904", Severity.LOW, Verdict.notApplicable("not here")),
                says("EH-903", Severity.LOW, Verdict.notApplicable("not here")),
                says("EH-902", Severity.LOW, Verdict.pass("take care")),
                says("EH-901", Severity.LOW, Verdict.pass("take care")));

        Judgement judgement = Judge.judge(
                rules,
                Stacks.topology(namespace("payments"), namespace("orders")),
                Deployed.NOTHING_KNOWN,
                Profile.BASELINE);

        assertThat(judgement.unknown().stream().map(one -> place(one.rule(), one.urn())))
                .containsExactly(
                        "EH-907 orders",
                        "EH-907 payments",
                        "EH-905 orders",
                        "EH-905 payments",
                        "EH-906 orders",
                        "EH-906 payments");
        assertThat(judgement.notApplicable().stream().map(one -> place(one.rule(), one.urn())))
                .containsExactly("EH-903 orders", "EH-903 payments", "EH-904 orders", "EH-904 payments");
        assertThat(judgement.passes().stream().map(one -> place(one.rule(), one.urn())))
                .containsExactly("EH-901 orders", "EH-901 payments", "EH-902 orders", "EH-902 payments");
        assertThat(judgement.notes().stream().map(one -> place(one.rule(), one.urn())))
                .containsExactly("EH-901 orders", "EH-901 payments", "EH-902 orders", "EH-902 payments");
    }

    @Test
    void whatOneRuleSaysIsAskedForByItsCard() {
        Gap gap = new Gap("urn", "orders", "sku.tier", "not given");
        Function<NamespaceView, Verdict> check = namespace -> switch (namespace.name()) {
            case "a" -> Verdict.pass("take care");
            case "b" -> Verdict.notApplicable("not here");
            case "c" -> Verdict.unknown(List.of(gap));
            default -> VIOLATION;
        };
        Rule<NamespaceView> asked = rule("EH-902", Severity.LOW, check);
        Judgement whole = Judge.judge(
                List.of(rule("EH-901", Severity.LOW, check), asked, rule("EH-903", Severity.LOW, check)),
                Stacks.topology(namespace("a"), namespace("b"), namespace("c"), namespace("d")),
                Deployed.NOTHING_KNOWN,
                Profile.BASELINE);

        Judgement one = whole.of(asked.card());

        assertThat(one.findings()).extracting(Finding::rule).containsExactly("EH-902");
        assertThat(one.unknown()).extracting(Undecided::rule).containsExactly("EH-902");
        assertThat(one.notApplicable()).extracting(NotApplicable::rule).containsExactly("EH-902");
        assertThat(one.notes()).extracting(Note::rule).containsExactly("EH-902");
        assertThat(one.passes()).extracting(Passed::rule).containsExactly("EH-902");
        assertThat(one.rules()).isEqualTo(1);
        assertThat(one.resources()).isEqualTo(4);
    }

    @Test
    void whatIsCoveredIsNotCounted() {
        Judgement open = judge(
                says("EH-901", Severity.LOW, VIOLATION),
                says("EH-902", Severity.HIGH, VIOLATION),
                says("EH-903", Severity.HIGH, VIOLATION));

        Judgement covered = open.with(
                open.findings().stream()
                        .map(finding -> finding.rule().equals("EH-903") ? finding.suppressed("baseline") : finding)
                        .toList(),
                List.of());

        assertThat(open.count(Severity.HIGH)).isEqualTo(2);
        assertThat(covered.count(Severity.HIGH)).isEqualTo(1);
        assertThat(open.count(Level.ADVISORY)).isEqualTo(3);
        assertThat(covered.count(Level.ADVISORY)).isEqualTo(2);
    }

    @Test
    void aRuleWithNothingToJudgeSaysSo() {
        Judgement judgement = Judge.judge(
                List.of(says("EH-900", Severity.LOW, VIOLATION)),
                Stacks.topology(),
                Deployed.NOTHING_KNOWN,
                Profile.BASELINE);

        assertThat(judgement.notApplicable())
                .containsExactly(new NotApplicable("EH-900", "told", "", "no namespace in the stack"));
    }

    @ParameterizedTest
    @CsvSource({
        "OBSERVE,  CRITICAL, MANDATORY, ADVISORY",
        "BASELINE, CRITICAL, MANDATORY, MANDATORY",
        "BASELINE, CRITICAL, ADVISORY,  ADVISORY",
        "STRICT,   CRITICAL, ADVISORY,  MANDATORY",
        "STRICT,   HIGH,     ADVISORY,  MANDATORY",
        "STRICT,   MEDIUM,   ADVISORY,  ADVISORY",
        "STRICT,   MEDIUM,   MANDATORY, MANDATORY"
    })
    void theProfileDecidesWhatStopsAChange(Profile profile, Severity severity, Level usual, Level level) {
        assertThat(profile.level(card("EH-900", severity, usual))).isEqualTo(level);
    }

    @Test
    void aLevelOfOnesOwnWinsOverTheProfile() {
        Rule<NamespaceView> chosen = says("EH-901", Severity.LOW, VIOLATION);
        Rule<NamespaceView> other = says("EH-902", Severity.LOW, VIOLATION);

        Judgement judgement = judge(Choices.of(Profile.OBSERVE).with(chosen.card(), Level.MANDATORY), chosen, other);

        assertThat(judgement.findings()).extracting(Finding::level).containsExactly(Level.MANDATORY, Level.ADVISORY);
    }

    @Test
    void aDisabledRuleIsNotAsked() {
        Rule<NamespaceView> broken = rule("EH-900", Severity.LOW, namespace -> {
            throw new IllegalStateException("asked");
        });

        Judgement judgement = judge(Choices.of(Profile.BASELINE).with(broken.card(), Level.DISABLED), broken);

        assertThat(judgement.findings()).isEmpty();
        assertThat(judgement.notApplicable()).isEmpty();
        assertThat(judgement.rules()).isZero();
    }

    @Test
    void settingsReachTheirRuleAloneAndItsFix() {
        Parameter<Integer> hours = Parameter.whole("hours", 24, "hours");
        Rule<NamespaceView> chosen = new Patient(card("EH-901", hours), hours);
        Rule<NamespaceView> other = new Patient(card("EH-902", hours), hours);

        Judgement judgement = judge(
                Choices.of(Profile.BASELINE).with(chosen.card(), Settings.STANDARD.with(hours, 48)), chosen, other);

        assertThat(judgement.findings()).extracting(Finding::wanted).containsExactly("48", "24");
        assertThat(judgement.findings()).extracting(Finding::fix).containsExactly("Wait 48 hours", "Wait 24 hours");
    }

    @Test
    void profilesAreFoundByTheirKey() {
        assertThat(Profile.byKey("strict")).contains(Profile.STRICT);
        assertThat(Profile.byKey("STRICT")).isEmpty();
    }

    private static String place(String rule, String urn) {
        return rule + " " + urn.substring(urn.lastIndexOf(':') + 1);
    }

    private static Judgement judge(Choices choices, Rule<?>... rules) {
        return Judge.judge(List.of(rules), stack(), Deployed.NOTHING_KNOWN, choices);
    }

    private static Judgement judge(Rule<?>... rules) {
        return Judge.judge(List.of(rules), stack(), Deployed.NOTHING_KNOWN, Profile.BASELINE);
    }

    private static EventTopology stack() {
        return Stacks.topology(namespace("orders"));
    }

    private static Rule<NamespaceView> says(String id, Severity severity, Verdict verdict) {
        return rule(id, severity, namespace -> verdict);
    }

    private static Rule<NamespaceView> rule(String id, Severity severity, Function<NamespaceView, Verdict> check) {
        return new Told(card(id, severity, Level.ADVISORY), check);
    }

    private static RuleCard card(String id, Severity severity, Level level) {
        return RuleCard.named(id, "told")
                .severity(severity)
                .level(level)
                .judges("namespace")
                .summary("Told")
                .loses("Events are lost")
                .fix(FixClass.NONE, "Do it right")
                .build();
    }

    private static RuleCard card(String id, Parameter<Integer> hours) {
        return RuleCard.named(id, "patient")
                .severity(Severity.LOW)
                .level(Level.ADVISORY)
                .judges("namespace")
                .summary("Patient")
                .loses("Events are lost")
                .fix(FixClass.NONE, "Wait {hours} hours")
                .parameters(hours)
                .build();
    }

    /** A rule that wants as much as its parameter says. */
    private record Patient(RuleCard card, Parameter<Integer> hours) implements Rule<NamespaceView> {
        @Override
        public List<NamespaceView> subjects(EventTopology topology) {
            return topology.namespaces();
        }

        @Override
        public Verdict check(NamespaceView namespace, Context context) {
            return Verdict.violation("hours", "0", String.valueOf(context.get(hours)));
        }
    }

    /** A rule that fails before it has met a resource. */
    private record Lost(RuleCard card) implements Rule<NamespaceView> {
        @Override
        public List<NamespaceView> subjects(EventTopology topology) {
            throw new IllegalStateException("nowhere");
        }

        @Override
        public Verdict check(NamespaceView namespace, Context context) {
            return Verdict.pass();
        }
    }

    /** A rule that says what it is told. */
    private record Told(RuleCard card, Function<NamespaceView, Verdict> answer) implements Rule<NamespaceView> {
        @Override
        public List<NamespaceView> subjects(EventTopology topology) {
            return topology.namespaces();
        }

        @Override
        public Verdict check(NamespaceView namespace, Context context) {
            return answer.apply(namespace);
        }
    }
}
