package dev.spillway.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spillway.config.StackFile;
import dev.spillway.loadtest.LoadTestReport.Source;
import dev.spillway.plan.LoadTestPlan;
import dev.spillway.plan.LoadTestPlanner;
import dev.spillway.plan.StackPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMeter itself runs the written plans against an endpoint on loopback. */
@Tag("jmeter")
final class JMeterTest {
    private static final int EVENTS = 100;
    private static final double TEN_PERCENT = 0.1;

    @TempDir
    private Path folder;

    /** Every seventh request is throttled, every ninth fails, every eleventh is not answered; none is sent again. */
    @Test
    void reportCountsWhatTheEndpointDidToTheLastEvent() throws Exception {
        IntUnaryOperator script = number -> number % 7 == 0
                ? LoopbackHub.BUSY
                : number % 9 == 1 ? 500 : number % 11 == 3 ? LoopbackHub.HANG_UP : LoopbackHub.ACCEPTED;

        Run run = run("dev", 60, "https.jmx", script);

        int[] ends = new int[4];
        for (int number = 0; number < run.requests; number++) {
            int answer = script.applyAsInt(number);
            ends[answer == LoopbackHub.ACCEPTED ? 0 : answer == LoopbackHub.BUSY ? 1 : answer == 500 ? 2 : 3]++;
        }
        assertThat(run.measured.sent()).isEqualTo((long) EVENTS * run.requests);
        assertThat(run.measured.accepted()).isEqualTo(run.acceptedEvents).isEqualTo((long) EVENTS * ends[0]);
        assertThat(run.measured.refused()).isEqualTo((long) EVENTS * ends[1]);
        assertThat(run.measured.failed()).isEqualTo((long) EVENTS * ends[2]);
        assertThat(run.measured.unconfirmed()).isEqualTo((long) EVENTS * ends[3]);
        assertThat(run.report.passes()).isFalse();
    }

    @Test
    void everyRequestOfThePlanIsSentOnceWithTheAuthorizationOfTheEnvironment() throws Exception {
        Run run = run("dev", 60, "https.jmx", number -> LoopbackHub.ACCEPTED);

        assertThat((double) run.measured.sent()).isCloseTo(run.expected.offered(), within(3.0 * EVENTS));
        assertThat(run.measured.lost()).isZero();
        assertThat(run.authorizations).isEqualTo("[Bearer loopback]");
    }

    /** The endpoint lets in what one unit lets in, by the time at which the plan sends each request: no machine is too slow. */
    @Test
    void incidentLosesWhatTheForecastSays() throws Exception {
        Door door = new Door(plan("incident", 10), 1000);

        Run run = run(
                "incident", 10, "https.jmx", number -> door.admits(number) ? LoopbackHub.ACCEPTED : LoopbackHub.BUSY);

        assertThat(run.expected.lost()).isEqualTo(45_600 / 10.0);
        assertThat((double) run.measured.lost())
                .isCloseTo(run.expected.lost(), within(TEN_PERCENT * run.expected.lost()));
        assertThat(run.report.passes()).isFalse();
    }

    @Test
    void devLosesNothing() throws Exception {
        Door door = new Door(plan("dev", 10), 2000);

        Run run = run("dev", 10, "https.jmx", number -> door.admits(number) ? LoopbackHub.ACCEPTED : LoopbackHub.BUSY);

        assertThat(run.expected.lost()).isZero();
        assertThat(run.measured.lost()).isZero();
    }

    @Test
    void overKafkaABrokerThatDoesNotAnswerLosesEverything() throws Exception {
        Run run = run("dev", 600, "kafka.jmx", number -> LoopbackHub.HANG_UP);

        assertThat(run.measured.sent()).isPositive();
        assertThat(run.measured.unconfirmed()).isEqualTo(run.measured.sent());
    }

    private static LoadTestPlan plan(String stack, double shorten) {
        return LoadTestPlanner.plan(StackPlanner.plan(StackFile.read(Path.of("stacks", stack, "stack.yaml"))), shorten)
                .get(0);
    }

    private Run run(String stack, double shorten, String plan, IntUnaryOperator script)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path jmeter = jmeter();
        Map<String, String> files = LoadTestFiles.of(plan(stack, shorten));
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        try (LoopbackHub hub = LoopbackHub.answering(folder, script)) {
            ProcessBuilder process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx512m",
                            "-jar",
                            "bin/ApacheJMeter.jar",
                            "-n",
                            "-J",
                            "jmeterengine.force.system.exit=true",
                            "-t",
                            folder.resolve(plan).toString(),
                            "-l",
                            folder.resolve("results.jtl").toString(),
                            "-j",
                            folder.resolve("jmeter.log").toString())
                    .directory(jmeter.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("jmeter.out").toFile());
            process.environment().put("EVENTHUBS_HOST", "localhost");
            process.environment().put("EVENTHUBS_PORT", String.valueOf(hub.port()));
            process.environment().put("EVENTHUBS_AUTHORIZATION", "Bearer loopback");
            process.environment().put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + hub.port());
            process.environment().put("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
            Process running = process.start();
            assertThat(running.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(running.exitValue())
                    .as(Files.readString(folder.resolve("jmeter.out")))
                    .isZero();
            Source results = new Source("results.jtl", Files.readString(folder.resolve("results.jtl")));
            Source expectation = new Source("loadtest.json", files.getOrDefault(Expectation.FILE, ""));
            Expectation expected = Expectation.read(expectation.place(), expectation.text());
            return new Run(
                    hub.requests(),
                    hub.acceptedEvents(),
                    hub.authorizations().toString(),
                    expected,
                    Measured.read(results.place(), results.text(), expected),
                    LoadTestReport.of(expectation, results, Optional.empty()));
        }
    }

    private static Path jmeter() throws IOException, InterruptedException {
        Process build = new ProcessBuilder("tools/jmeter/build.sh", "--path").start();
        String path =
                new String(build.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        build.waitFor();
        assumeTrue(!path.isEmpty(), "JMeter is not there, tools/jmeter/build.sh gets it");
        return Path.of(path);
    }

    /** What came of a run. */
    private record Run(
            int requests,
            long acceptedEvents,
            String authorizations,
            Expectation expected,
            Measured measured,
            LoadTestReport report) {}

    /**
     * A token bucket at the times that the plan sets; requests are known by their number. It is two requests deep, since a bucket
     * of a second would be a tenth of a burst whose times were divided by ten.
     */
    private static final class Door {
        private final LoadTestPlan.HubTest test;
        private final double perSecond;
        private double tokens;
        private double last;

        Door(LoadTestPlan plan, double perSecond) {
            this.test = plan.hubs().get(0);
            this.perSecond = perSecond;
            this.tokens = 0;
        }

        boolean admits(int number) {
            double now = timeOf(number);
            tokens = Math.min(2.0 * EVENTS, tokens + (now - last) * perSecond);
            last = now;
            if (tokens < EVENTS) {
                return false;
            }
            tokens -= EVENTS;
            return true;
        }

        /** When the request starts whose events follow those of all requests before it. */
        private double timeOf(int number) {
            double events = (number + 1.0) * EVENTS;
            double time = 0;
            for (LoadTestPlan.Phase phase : test.phases()) {
                double volume = phase.seconds() * (phase.from() + phase.to()) / 2;
                if (events <= volume) {
                    return time + events / ((phase.from() + phase.to()) / 2);
                }
                events -= volume;
                time += phase.seconds();
            }
            return time;
        }
    }
}
