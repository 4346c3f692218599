package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.spillway.facts.ClientLibrary;
import dev.spillway.units.InvalidValue;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of the loss model, section 4.2. */
final class RetryWindowTest {
    private static final Offset<Double> PRINTED = within(0.0501);

    @ParameterizedTest
    @CsvSource({
        "AZURE_SDK_JAVA,   3, 0.8, 60, 60, EXPONENTIAL,  31.3,  60.9, 276.3",
        "AZURE_SDK_JAVA,   7, 2,   30, 60, EXPONENTIAL, 149.5, 229.7, 645.4",
        "AZURE_SDK_JAVA,   5, 1,   30, 60, EXPONENTIAL,  87.8, 147.6, 457.8",
        "AZURE_SDK_JAVA,   1, 0.8, 60, 60, EXPONENTIAL,   4.8,   5.0, 125.2",
        "AZURE_SDK_JAVA,   3, 0.8, 60, 60, FIXED,        31.3,  48.2, 276.3",
        "AZURE_SDK_JAVA,   3, 0.8,  3, 60, EXPONENTIAL,   0,     9.0, 240",
        "AZURE_SDK_JAVA,   3, 2.5,  3, 60, EXPONENTIAL,   0,     9.0, 240",
        "AZURE_SDK_JAVA,   3, 2,    6, 60, FIXED,        18,    36.0, 258",
        "AZURE_SDK_JAVA,   3, 1,   60,  5, FIXED,        32.6,  35.2,  57.8",
        "AZURE_SDK_DOTNET, 3, 0.8, 60, 60, EXPONENTIAL,  23.2,  29.2, 275.2",
        "AZURE_SDK_DOTNET, 7, 2,   30, 60, EXPONENTIAL, 160.0, 166.0, 652.0",
    })
    void everyRowOfTheTableIsReproduced(
            ClientLibrary library,
            int maxRetries,
            double delay,
            double maxDelay,
            double tryTimeout,
            RetryPolicy.Mode mode,
            double guaranteed,
            double nominal,
            double longest) {
        var window = RetryWindow.of(library, new RetryPolicy(maxRetries, delay, maxDelay, tryTimeout, mode));

        assertThat(window.guaranteedSeconds()).isCloseTo(guaranteed, PRINTED);
        assertThat(window.nominalSeconds()).isCloseTo(nominal, PRINTED);
        assertThat(window.longestSeconds()).isCloseTo(longest, PRINTED);
    }

    @Test
    void withoutRetriesOnlyTheTryItselfTakesTime() {
        var policy = new RetryPolicy(0, 0.8, 60, 60, RetryPolicy.Mode.EXPONENTIAL);

        var java = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, policy);
        var dotNet = RetryWindow.of(ClientLibrary.AZURE_SDK_DOTNET, policy);

        assertThat(DoubleStream.of(java.guaranteedSeconds(), java.nominalSeconds(), java.longestSeconds()))
                .containsExactly(0.0, 0.0, 60.0);
        assertThat(DoubleStream.of(dotNet.guaranteedSeconds(), dotNet.nominalSeconds(), dotNet.longestSeconds()))
                .containsExactly(0.0, 0.0, 60.0);
    }

    @Test
    void kafkaWaitsForItsDeliveryTimeoutAndItsCallersBlockLonger() {
        var window = RetryWindow.kafkaJava(120, 60);

        assertThat(DoubleStream.of(window.guaranteedSeconds(), window.nominalSeconds(), window.longestSeconds()))
                .containsExactly(120.0, 120.0, 180.0);
        assertThat(window.blockedCallersSeconds()).isCloseTo(27, within(1e-9));
    }

    @Test
    void zeroMeansEndlessOnlyInLibrdkafka() {
        assertThat(RetryWindow.librdkafka(0).simulatedSeconds()).isInfinite();
        assertThat(RetryWindow.librdkafka(300).simulatedSeconds()).isEqualTo(300);
        assertThat(RetryWindow.custom(0).simulatedSeconds()).isZero();
    }

    @Test
    void onlyTheJavaClientRetriesByLink() {
        assertThat(RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT)
                        .discipline())
                .isEqualTo(Discipline.LINK_RETRY);
        assertThat(RetryWindow.of(ClientLibrary.AZURE_SDK_DOTNET, RetryPolicy.LIBRARY_DEFAULT)
                        .discipline())
                .isEqualTo(Discipline.FIFO);
    }

    @ParameterizedTest
    @EnumSource(
            value = ClientLibrary.class,
            names = {"AZURE_SDK_JAVA", "AZURE_SDK_DOTNET"})
    void aCoveringPolicyHasTheFewestRetriesThatReach(ClientLibrary library) {
        for (double wanted = 0; wanted <= 2_500; wanted += 7.3) {
            RetryPolicy policy = RetryPolicies.covering(library, wanted);
            var oneFewer = new RetryPolicy(policy.maxRetries() - 1, 2, 30, 60, RetryPolicy.Mode.EXPONENTIAL);

            assertThat(RetryWindow.of(library, policy).guaranteedSeconds()).isGreaterThanOrEqualTo(wanted);
            assertThat(policy.maxRetries()).isGreaterThanOrEqualTo(3);
            assertThat(policy.maxDelaySeconds()).isGreaterThanOrEqualTo(policy.delaySeconds() + 4);
            assertThat(policy.maxRetries() == 3
                            || RetryWindow.of(library, oneFewer).guaranteedSeconds() < wanted)
                    .isTrue();
        }
    }

    @Test
    void whoWaitsForEachSendGetsThroughWhatIsSavedUpWhileItSleeps() {
        var window = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT);

        assertThat(window.oneAtATimeEventsPerSecond(200, 1).orElseThrow()).isCloseTo(23.5, within(0.1));
        assertThat(window.oneAtATimeEventsPerSecond(200, 60)).contains(200.0);
        assertThat(RetryWindow.custom(30).oneAtATimeEventsPerSecond(200, 1)).isEmpty();
    }

    /** The first wait of .NET is 0.8 * 2 + 6 s in the mean. */
    @Test
    void theDotNetClientSleepsLongerAfterItsFirstRefusal() {
        var window = RetryWindow.of(ClientLibrary.AZURE_SDK_DOTNET, RetryPolicy.LIBRARY_DEFAULT);

        assertThat(window.oneAtATimeEventsPerSecond(200, 1).orElseThrow()).isCloseTo(200 / 7.6, within(1e-9));
    }

    @Test
    void whoNeverRetriesNeverSleeps() {
        var policy = new RetryPolicy(0, 0.8, 60, 60, RetryPolicy.Mode.EXPONENTIAL);

        assertThat(RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, policy).oneAtATimeEventsPerSecond(200, 1))
                .isEmpty();
    }

    /** One retry is enough for a sleep: 0.8 + 4 s and a factor of ln 59 / ln 1, cut at the longest delay. */
    @Test
    void whoRetriesOnceSleepsOnce() {
        var policy = new RetryPolicy(1, 0.8, 60, 60, RetryPolicy.Mode.FIXED);

        assertThat(RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, policy)
                        .oneAtATimeEventsPerSecond(200, 1)
                        .orElseThrow())
                .isCloseTo(200 / 4.8, within(1e-9));
    }

    @Test
    void onlyRetriesThatEndAreLostOneByOne() {
        assertThat(RetryWindow.custom(0).sendsAreIndependent()).isFalse();
        assertThat(RetryWindow.custom(30).sendsAreIndependent()).isTrue();
        assertThat(RetryWindow.custom(Double.POSITIVE_INFINITY).sendsAreIndependent())
                .isFalse();
        assertThat(RetryWindow.kafkaJava(120, 60).sendsAreIndependent()).isFalse();
    }

    @Test
    void aClientThatGoesOnForSoLongHasThatWindowOnly() {
        var window = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT)
                .lasting(45);

        assertThat(DoubleStream.of(window.guaranteedSeconds(), window.nominalSeconds(), window.longestSeconds()))
                .containsExactly(45.0, 45.0, 45.0);
    }

    @Test
    void aPolicyThatReachesExactlyIsEnough() {
        double sevenRetries = RetryWindow.of(ClientLibrary.AZURE_SDK_DOTNET, RetryPolicies.withRetries(7))
                .guaranteedSeconds();
        double longest = RetryWindow.of(ClientLibrary.AZURE_SDK_DOTNET, RetryPolicies.longest())
                .guaranteedSeconds();

        assertThat(RetryPolicies.covering(ClientLibrary.AZURE_SDK_DOTNET, sevenRetries))
                .isEqualTo(RetryPolicies.withRetries(7));
        assertThat(RetryPolicies.covering(ClientLibrary.AZURE_SDK_DOTNET, longest))
                .isEqualTo(RetryPolicies.withRetries(100));
    }

    @Test
    void aWindowBelowZeroIsRefused() {
        assertThatThrownBy(() -> RetryPolicies.covering(ClientLibrary.AZURE_SDK_JAVA, -1))
                .hasMessageContaining("windowSeconds");
        assertThatThrownBy(() -> RetryWindow.custom(-1)).hasMessageContaining("guaranteedSeconds");
        assertThatThrownBy(() -> RetryWindow.kafkaJava(1, -1)).hasMessageContaining("Seconds");
    }

    @Test
    void everyPodHasItsLinksAndASenderWithoutPodsCountsAsOne() {
        var sending = Sending.STANDARD.withLinksPerPod(3);

        assertThat(sending.links(0)).isEqualTo(3);
        assertThat(sending.links(4)).isEqualTo(12);
        assertThat(sending.withLinks(5).links(4)).isEqualTo(5);
        assertThatThrownBy(() -> sending.withLinksPerPod(0)).hasMessageContaining("linksPerPod");
    }

    @Test
    void aWindowBeyondAHundredRetriesIsRefused() {
        assertThatThrownBy(() -> RetryPolicies.covering(ClientLibrary.AZURE_SDK_JAVA, 3_600))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("100 retries");
    }
}
