package dev.spillway.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spillway.config.StackFile;
import dev.spillway.loadtest.LoadTestReport.Source;
import dev.spillway.plan.LoadTestPlan;
import dev.spillway.plan.LoadTestPlanner;
import dev.spillway.plan.StackPlanner;
import dev.spillway.testsupport.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of a load test, and its report from results that are written by hand. */
final class LoadTestReportTest {
    private static final Path APPROVED = Path.of("src/test/resources/loadtest");
    private static final String HEADER = "timeStamp,elapsed,label,responseCode,responseMessage,success\n";

    @Test
    void filesOfTheIncidentAreTheApprovedOnes() {
        LoadTestFiles.of(plan("incident", 1))
                .forEach((name, text) -> Golden.assertMatches(APPROVED.resolve(name), text));
    }

    /** The host once stood in the middle of the name of a variable. */
    @ParameterizedTest
    @ValueSource(strings = {"https", "kafka"})
    void definitionsForAzureSetTheVariablesThatTheirPlanReads(String kind) {
        var files = LoadTestFiles.of(plan("incident", 1));
        Map<?, ?> definition = (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(String.valueOf(files.get(kind + ".test.yaml")));

        assertThat(definition.get("testPlan")).isEqualTo(kind + ".jmx");
        assertThat((List<?>) definition.get("env"))
                .hasSize(2)
                .allSatisfy(variable -> assertThat(
                                String.valueOf(files.get(kind + ".jmx")).replace('\'', '"'))
                        .contains("getenv(\"" + ((Map<?, ?>) variable).get("name") + "\")"));
        assertThat(String.valueOf(definition.get("env"))).contains("orders-incident-orders.servicebus.windows.net");
    }

    /** What the issue states: a burst of 1,380/s for two minutes at a door of 1,000/s, by a sender that never tries again. */
    @Test
    void forecastOfTheIncidentIsThatOfThePlansOwnSender() {
        assertThat(Expectation.of(plan("incident", 1)).lost()).isEqualTo(45_600);
        assertThat(Expectation.of(plan("dev", 1)).lost()).isZero();
    }

    @Test
    void climbIsTestedAndThenTheSameLoadWithoutIt() {
        assertThat(plan("production", 1).hubs().get(0).phases())
                .extracting(LoadTestPlan.Phase::name, LoadTestPlan.Phase::seconds)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("baseline", 300.0),
                        org.assertj.core.groups.Tuple.tuple("ramp", 60.0),
                        org.assertj.core.groups.Tuple.tuple("hold", 900.0),
                        org.assertj.core.groups.Tuple.tuple("rest", 120.0),
                        org.assertj.core.groups.Tuple.tuple("spike", 60.0),
                        org.assertj.core.groups.Tuple.tuple("end", 30.0));
    }

    @Test
    void expectationIsReadAsItWasWritten() {
        Expectation written = Expectation.of(plan("production", 1));

        assertThat(Expectation.read("loadtest.json", written.written())).isEqualTo(written);
    }

    @Test
    void everyEndOfARequestIsCountedInEvents() {
        String results = HEADER
                + row(0, 10, "201", true)
                + row(10, 20, "503", false)
                + row(20, 30, "429", false)
                + row(30, 40, "500", false)
                + row(40, 50, "Non HTTP response code: java.net.SocketException", false);

        Measured measured = Measured.read("r.jtl", results, Expectation.of(plan("incident", 1)));

        assertThat(List.of(
                        measured.sent(),
                        measured.accepted(),
                        measured.refused(),
                        measured.failed(),
                        measured.unconfirmed(),
                        measured.lost()))
                .containsExactly(500L, 100L, 200L, 100L, 100L, 400L);
        assertThat(measured.p99Seconds()).hasValue(0.01);
    }

    @ParameterizedTest
    @CsvSource({"99, 0.001", "100, 0.001", "101, 0.001", "199, 0.001", "200, 0.001", "201, 0.001"})
    void oneSlowSendInAHundredIsNotTheP99(int requests, double p99) {
        StringBuilder results = new StringBuilder(HEADER);
        for (int at = 0; at < requests; at++) {
            results.append(row(at, at == 0 && requests >= 100 ? 9000 : 1, "201", true));
        }

        Measured measured = Measured.read("r.jtl", results.toString(), Expectation.of(plan("incident", 1)));

        assertThat(measured.p99Seconds()).hasValue(p99);
    }

    /** Two seconds at 1,300/s where 1,000/s are let in: 600 are refused, and the forecast for what was sent says so. */
    @Test
    void forecastIsComputedAgainForWhatWasReallySent() {
        StringBuilder results = new StringBuilder(HEADER);
        for (int at = 0; at < 26; at++) {
            boolean taken = at % 13 < 10;
            results.append(row(at / 13 * 1000 + at % 13 * 70, 5, taken ? "201" : "503", taken));
        }

        LoadTestReport report = report(results.toString(), Optional.empty());

        assertThat(report.json()).contains("\"lostEventsAsOffered\" : 600.0", "\"lostEvents\" : 600");
        assertThat(report.passes()).isFalse();
        Golden.assertMatches(APPROVED.resolve("report.approved.txt"), report.text());
    }

    @Test
    void azureMonitorIsSetBesideJMeterAndWhatItDoesNotHoldIsNotKnown() {
        String metrics = "{\"value\":[{\"name\":{\"value\":\"IncomingMessages\"},\"timeseries\":[{\"data\":["
                + "{\"timeStamp\":\"a\",\"total\":60.0},{\"timeStamp\":\"b\",\"total\":40.0},{\"timeStamp\":\"c\"}]}]},"
                + "{\"name\":{\"value\":\"OutgoingMessages\"},\"timeseries\":[]}]}";

        LoadTestReport report =
                report(HEADER + row(0, 5, "201", true), Optional.of(new Source("metrics.json", metrics)));

        assertThat(report.passes()).isTrue();
        assertThat(report.text())
                .containsPattern("Azure Monitor: incoming +100\n")
                .containsPattern("Azure Monitor: delivered, all groups +not known\n");
        assertThat(report.text().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void refusalsThatOnlyAzureSawFailTheTest() {
        String metrics = "{\"value\":[{\"name\":{\"value\":\"ThrottledRequests\"},\"timeseries\":[{\"data\":["
                + "{\"total\":1}]}]}]}";

        LoadTestReport report =
                report(HEADER + row(0, 5, "201", true), Optional.of(new Source("metrics.json", metrics)));

        assertThat(report.passes()).isFalse();
        assertThat(report.text()).contains("FAIL  throttled: 1 requests, at most 0 requests");
    }

    @Test
    void nothingAcceptedLeavesTheP99UnknownWhichIsNoPass() {
        LoadTestReport report = report(HEADER + row(0, 5, "503", false), Optional.empty());

        assertThat(report.text()).contains("FAIL  p99: not known, at most 1.000 s");
    }

    @Test
    void filesThatAreNotWhatTheyShouldBeAreRefusedWithTheirPlace() {
        assertRefused(
                "timeStamp,label\n",
                "r.jtl:1: no column elapsed, responseCode, success, give the result file that"
                        + " JMeter writes with -l, as CSV with its header");
        assertRefused(HEADER, "r.jtl: no request in it, give the result file of a test that ran");
        assertRefused(
                HEADER + "x,5,orders,201,OK,true\n",
                "r.jtl:2: timeStamp holds no whole number, give the result file as JMeter wrote it");
        assertRefused(
                HEADER + "1,5,parcels,201,OK,true\n",
                "r.jtl:2: a request to parcels, which this test does not send to, give the result file of this test");
        assertThatThrownBy(() -> report(HEADER + row(0, 5, "201", true), Optional.of(new Source("m.json", "{}"))))
                .hasMessage("m.json: no metrics in it, give what az monitor metrics list --output json writes, with"
                        + " --aggregation Total");
        assertThatThrownBy(() -> report(HEADER + row(0, 5, "201", true), Optional.of(new Source("m.json", "{\n["))))
                .hasMessageMatching("m.json:2: not JSON, give the file as it was written");
        assertThatThrownBy(() -> Expectation.read("d/loadtest.json", "{}"))
                .hasMessage(
                        "d/loadtest.json: not the loadtest.json of a load test, give the folder that spillway loadtest"
                                + " wrote");
    }

    private static void assertRefused(String results, String message) {
        assertThatThrownBy(() -> report(results, Optional.empty()))
                .isInstanceOf(Unreadable.class)
                .hasMessage(message);
    }

    private static LoadTestReport report(String results, Optional<Source> metrics) {
        return LoadTestReport.of(
                new Source("loadtest.json", Expectation.of(plan("incident", 1)).written()),
                new Source("r.jtl", results),
                metrics);
    }

    private static String row(int millis, int elapsed, String code, boolean success) {
        return 1_000_000 + millis + "," + elapsed + ",orders," + code + ",," + success + "\n";
    }

    private static LoadTestPlan plan(String stack, double shorten) {
        return LoadTestPlanner.plan(StackPlanner.plan(StackFile.read(Path.of("stacks", stack, "stack.yaml"))), shorten)
                .get(0);
    }
}
