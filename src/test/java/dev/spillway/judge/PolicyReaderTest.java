package dev.spillway.judge;

import static dev.spillway.judge.PolicySource.Kind.ENGINE;
import static dev.spillway.judge.PolicySource.Kind.FILE;
import static dev.spillway.judge.PolicySource.Kind.STACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.judge.PolicySource.Kind;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.Parameter;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import dev.spillway.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users say about rules with a parameter of each kind, read from each of the places where they may say it. */
class PolicyReaderTest {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final Parameter<Integer> HOURS = Parameter.whole("hours", 24, "hours");
    private static final Parameter<Double> MARGIN = Parameter.number("margin", 2, "margin");
    private static final Parameter<Boolean> EXPLICIT = Parameter.flag("explicit", false, "explicit");
    private static final Parameter<List<String>> TIERS = Parameter.texts("tiers", List.of("Standard"), "tiers");

    private static final RuleCard FLOOR =
            card("EH-901", "hours-floor", Severity.CRITICAL, HOURS, MARGIN, EXPLICIT, TIERS);
    private static final RuleCard PLAIN = card("KW-902", "plain", Severity.CRITICAL);

    @ParameterizedTest
    @CsvSource({"0,0", "72,72", "48.0,48"})
    void aWholeNumberFromZeroIsTaken(String given, int hours) {
        assertThat(settings("hours", given).get(HOURS)).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1.5,1.5"})
    void aNumberFromZeroIsTaken(String given, double margin) {
        assertThat(settings("margin", given).get(MARGIN)).isEqualTo(margin);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void trueOrFalseIsTaken(boolean given) {
        assertThat(settings("explicit", String.valueOf(given)).get(EXPLICIT)).isEqualTo(given);
    }

    @Test
    void aListOfTextsIsTakenInItsOrder() {
        assertThat(settings("tiers", "[\"Premium\", \"Dedicated\"]").get(TIERS))
                .containsExactly("Premium", "Dedicated");
    }

    @Test
    void aParameterThatIsNotGivenKeepsItsStandard() {
        assertThat(settings("hours", "null").get(HOURS)).isEqualTo(24);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hours    | -1           | another number, give a whole number from 0",
                "hours    | 1.5          | another number, give a whole number from 0",
                "hours    | true         | true or false, give a whole number from 0",
                "margin   | -0.5         | another number, give a number from 0",
                "margin   | \"x\"        | a text, give a number from 0",
                "explicit | 1            | another number, give true or false",
                "tiers    | [\"a\", 1]   | another list, give a list of texts",
                "tiers    | {\"a\":\"b\"}| an object, give a list of texts"
            })
    void anyOtherValueIsRefusedByWhatWouldBeRight(String parameter, String given, String complaint) {
        assertThat(problems(FILE, "{\"EH-901\": {\"" + parameter + "\": " + given + "}}"))
                .containsExactly("place: EH-901: " + parameter + ": met " + complaint);
    }

    @Test
    void whatIsNeitherLevelNorMappingIsNamedByItsKind() {
        assertThat(problems(FILE, """
                        {"EH-901": 7, "KW-902": null, "spillway": [], "loss-forecast": {"hours": 1, "level": "high"}}"""))
                .containsExactly(
                        "place: EH-901: met another number, give a level, or a mapping of level and parameters",
                        "place: KW-902: met nothing, give a level, or a mapping of level and parameters",
                        "place: loss-forecast: hours is no parameter, there is none",
                        "place: loss-forecast: unknown enforcement level, give advisory, mandatory, remediate or disabled",
                        "place: spillway: met another list, give profile, exceptions and facts");
    }

    @Test
    void whatIsWrongWithTheGeneralPartIsNamedByItsPlace() {
        assertThat(problems(FILE, """
                        {"spillway": {"level": "advisory", "profile": "paranoid", "exceptions": {}, "facts": []}}"""))
                .containsExactly(
                        "place: spillway.exceptions: met an object, give a list of exceptions",
                        "place: spillway.facts: met another list, give a mapping of resources, each with its facts",
                        "place: spillway.profile: met paranoid, give observe, baseline or strict");
        assertThat(problems(FILE, """
                        {"spillway": {"profile": 7, "exceptions": ["EH-901"],
                         "facts": {"a": {}, "b": 7, "c": {"role": "producer", "critical": "true"}}}}"""))
                .containsExactly(
                        "place: spillway.exceptions[0]: met a text, give rule, resource, reason, owner, ticket and expires",
                        "place: spillway.facts.a: met an object, give facts such as role and hub",
                        "place: spillway.facts.b: met another number, give facts such as role and hub",
                        "place: spillway.facts.c: facts of workloads and of Azure resources together, "
                                + "give each its own resource",
                        "place: spillway.profile: met another number, give observe, baseline or strict");
    }

    @Test
    void aStackHasPlacesOfItsOwn() {
        assertThat(problems(STACK, """
                        {"spillway": {"profile": "paranoid", "exceptions": [{"why": "x"}], "facts": {"a": {}}},
                         "EH-901": {"hour": 1}}"""))
                .containsExactly(
                        "place: exceptions[0].why: an exception has no such key, "
                                + "give rule, resource, reason, owner, ticket and expires",
                        "place: rules.facts.a: met an object, give facts such as role and hub",
                        "place: rules.profile: met paranoid, give observe, baseline or strict",
                        "place: rules.settings.EH-901: hour is no parameter of this rule, "
                                + "it has hours, margin, explicit, tiers");
    }

    @Test
    void aSettingNamedExceptionsWasPlacedAtTheTopOfTheStack() {
        assertThat(problems(STACK, "{\"exceptions\": \"disabled\"}"))
                .containsExactly("place: rules.settings.exceptions: there is no such policy, "
                        + "policies/README.md lists those there are");
    }

    @ParameterizedTest
    @CsvSource({
        "EH-902,       'did you mean EH-901?'",
        "hour-floor,   'did you mean hours-floor?'",
        "KW-902-plein, 'did you mean KW-902-plain?'",
        "networking,   'policies/README.md lists those there are'"
    })
    void aNameThatThereIsNotGetsTheNearestOneAsAHint(String name, String hint) {
        assertThat(problems(FILE, "{\"" + name + "\": \"disabled\"}"))
                .containsExactly("place: " + name + ": there is no such policy, " + hint);
    }

    @Test
    void aLaterSourceOutdoesAnEarlierOneAndItsRemediation() {
        PolicySettings remediated = read(source(FILE, "{\"EH-901\": \"remediate\"}"));
        PolicySettings later =
                read(source(FILE, "{\"EH-901\": \"remediate\"}"), source(FILE, "{\"EH-901\": \"advisory\"}"));
        PolicySettings same =
                read(source(FILE, "{\"EH-901\": \"remediate\"}"), source(FILE, "{\"EH-901\": {\"hours\": 1}}"));

        assertThat(remediated.remediates(FLOOR)).isTrue();
        assertThat(remediated.choices().level(FLOOR)).isEqualTo(Level.MANDATORY);
        assertThat(later.remediates(FLOOR)).isFalse();
        assertThat(later.choices().level(FLOOR)).isEqualTo(Level.ADVISORY);
        assertThat(same.remediates(FLOOR)).isTrue();
    }

    /** The engine sends the published level of every rule that its user does not name; it must not undo the profile. */
    @ParameterizedTest
    @CsvSource({
        "ENGINE, '{\"profile\": \"strict\"}', advisory,  MANDATORY",
        "ENGINE, '{\"profile\": \"strict\"}', disabled,  DISABLED",
        "ENGINE, '{}',                        mandatory, MANDATORY",
        "ENGINE, '{}',                        advisory,  ADVISORY",
        "FILE,   '{\"profile\": \"strict\"}', advisory,  ADVISORY"
    })
    void theLevelThatTheEngineAddsDoesNotUndoTheProfile(Kind kind, String general, String level, Level wanted) {
        PolicySettings read = read(source(
                kind,
                "{\"spillway\": " + general + ", \"EH-901-hours-floor\": {\"enforcementLevel\": \"" + level
                        + "\", \"hours\": 7}}",
                ""));

        assertThat(read.choices().level(FLOOR)).isEqualTo(wanted);
        assertThat(read.choices().settings(FLOOR).get(HOURS)).isEqualTo(7);
    }

    @Test
    void withoutAProfileTheLevelOfTheEngineOutdoesAll() {
        PolicySettings read = read(source(ENGINE, """
                {"spillway": {"facts": {}}, "all": "disabled", "EH-901-hours-floor": {"enforcementLevel": "advisory"}}"""));

        assertThat(read.choices().level(FLOOR)).isEqualTo(Level.ADVISORY);
        assertThat(read.choices().level(PLAIN)).isEqualTo(Level.DISABLED);
    }

    @Test
    void allIsEveryRuleAndTheForecast() {
        PolicySettings read = read(source(FILE, "{\"all\": \"disabled\", \"plain\": \"mandatory\"}"));

        assertThat(read.choices().level(FLOOR)).isEqualTo(Level.DISABLED);
        assertThat(read.choices().level(PLAIN)).isEqualTo(Level.MANDATORY);
        assertThat(read.forecast()).isEqualTo(Level.DISABLED);
    }

    @Test
    void whoDecidesNothingHasTheStandardOfTheProfile() {
        PolicySettings strict = PolicySettings.of(Profile.STRICT);

        assertThat(strict.choices().level(PLAIN)).isEqualTo(Level.MANDATORY);
        assertThat(strict.forecast()).isEqualTo(Level.ADVISORY);
        assertThat(PolicySettings.STANDARD.choices().level(PLAIN)).isEqualTo(Level.ADVISORY);
    }

    private static Settings settings(String parameter, String value) {
        return read(source(FILE, "{\"EH-901\": {\"" + parameter + "\": " + value + "}}"))
                .choices()
                .settings(FLOOR);
    }

    private static PolicySettings read(PolicySource... sources) {
        return PolicyReader.read(List.of(FLOOR, PLAIN), List.of(sources));
    }

    private static List<String> problems(Kind kind, String entries) {
        return catchThrowableOfType(WrongPolicy.class, () -> read(source(kind, entries)))
                .problems();
    }

    private static PolicySource source(Kind kind, String entries) {
        return source(kind, entries, "place");
    }

    private static PolicySource source(Kind kind, String entries, String place) {
        try {
            return new PolicySource(kind, place, (ObjectNode) JSON.readTree(entries));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(entries, broken);
        }
    }

    private static RuleCard card(String id, String name, Severity severity, Parameter<?>... parameters) {
        return RuleCard.named(id, name)
                .severity(severity)
                .level(Level.ADVISORY)
                .judges("namespace")
                .summary("Told")
                .loses("Events are lost")
                .fix(FixClass.NONE, "Do it right")
                .parameters(parameters)
                .build();
    }
}
