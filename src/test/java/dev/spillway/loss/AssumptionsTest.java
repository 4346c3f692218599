package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.facts.ClientLibrary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside a forecast: everything that was taken for granted, and nothing that plays no part. */
final class AssumptionsTest {
    private static final double ENDLESS = Double.POSITIVE_INFINITY;
    private static final RetryWindow JAVA = RetryWindow.of(ClientLibrary.AZURE_SDK_JAVA, RetryPolicy.LIBRARY_DEFAULT);

    @Test
    void theSimplestPipelineHasSevenOfThem() {
        assertThat(Assumptions.of(plain(), Optional.empty()))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("Lost events are \"at least\""),
                        one -> assertThat(one).startsWith("Rates are means"),
                        one -> assertThat(one).startsWith("Consumers are taken to be ample"),
                        one -> assertThat(one)
                                .isEqualTo("One unit lets in 1,000 events or 1 MB per second, and 1 MB is 10^6 bytes."),
                        one -> assertThat(one)
                                .isEqualTo("The load is even over 4 partitions, which let in 4,000 events per second "
                                        + "together."),
                        one -> assertThat(one)
                                .startsWith("The guaranteed window of ")
                                .endsWith(" is used for s: 30 s."),
                        one -> assertThat(one)
                                .isEqualTo(
                                        "s retries every send on its own, so up to what no retry at all would lose (high) "
                                                + "may be lost."));
    }

    @Test
    void aPremiumUnitIsWhatItsOwnerSays() {
        assertThat(of(plain().withAdmission(Admission.premium(1, 2.5, 4))))
                .contains(
                        "A unit of Premium lets in 2.5 MB per second, and 1 MB is 10^6 bytes: no rate is published, it is the "
                                + "owner's own. Reading is not limited by units.")
                .doesNotContain("The load is even");
    }

    @Test
    void aHotPartitionIsToldWithItsLimit() {
        assertThat(of(plain().withAdmission(Admission.standard(2, 4).withHotPartition(0.4))))
                .contains("One of 4 partitions gets 40 % of all events; each lets in 1,000 events per second.")
                .doesNotContain("The load is even");
    }

    @Test
    void inflateIsToldOnlyWhereItIsOn() {
        assertThat(of(plain())).doesNotContain("Auto-inflate");
        assertThat(of(plain().withAdmission(Admission.standard(2, 4).withAutoInflate(6, 45))))
                .contains("Auto-inflate adds 1 unit(s) after 45 s of throttling, up to 6: an assumption, no figure is "
                        + "published.");
    }

    @Test
    void readersAreToldAsTheyAre() {
        var fixed = Reading.by(Consumers.of(200, new Scaling.Fixed(3)));
        var scaled = new Reading(7_200, true, 1, Consumers.of(200, Scaling.CpuAutoscaling.of(1, 3, 70)));

        assertThat(of(plain().withReading(fixed)))
                .contains(
                        "One consumer group is followed: a pod reads 200 events per second whatever it does with them, and "
                                + "events are kept for 24 h.")
                .doesNotContain("New readers")
                .doesNotContain("Consumers are taken to be ample");
        assertThat(of(plain().withReading(scaled)))
                .contains("events are kept for 2 h, by Capture for longer.")
                .contains(
                        "New readers are ready after 30 s, look every 10 s at who owns which partition (balanced), and a "
                                + "partition is not read for 2 s when it changes hands.");
    }

    @Test
    void aFailoverIsToldWhereARegionIsLostAndAnotherOneIsReady() {
        List<Fault> region = List.of(new Fault.RegionOutage(10, 100));
        List<Fault> readers = List.of(new Fault.ConsumerOutage(10, 100));
        var paired = DisasterRecovery.of(DisasterRecovery.Strategy.GEO_DR_METADATA);

        assertThat(of(plain().withFaults(region, paired)))
                .contains(
                        "The loss of the region is detected after 300 s and the failover (geoDrMetadata) takes 600 s more.");
        assertThat(of(plain().withFaults(region, DisasterRecovery.NONE))).doesNotContain("loss of the region");
        assertThat(of(plain().withFaults(readers, paired))).doesNotContain("loss of the region");
    }

    @Test
    void sendersOfDifferentSizesShareTheirMean() {
        var small = sender(500, RetryWindow.custom(30));
        var large = sender(1_500, RetryWindow.custom(30));

        assertThat(of(plain().withSenders(List.of(small, large))))
                .contains("The byte limit uses the mean size over all senders, 1,000 bytes.");
        assertThat(of(plain().withSenders(List.of(small, small)))).doesNotContain("byte limit");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, ENDLESS})
    void whoNeverRetriesOrNeverGivesUpHasNoRange(double window) {
        assertThat(of(plain().withSenders(List.of(sender(900, RetryWindow.custom(window))))))
                .contains("s never retries, never gives up, or waits in order, so its loss has no range.");
    }

    @Test
    void theJavaClientIsToldWithItsLinks() {
        var alone = sender(900, JAVA);
        var inPods = alone.withPods(Incident.pods());
        var linked = alone.withSending(Sending.STANDARD.withLinks(4).withEventsPerSend(10));

        assertThat(of(plain().withSenders(List.of(alone))))
                .contains(
                        "s retries every send on its own and counts refusals per link: simulated send by send, the median of 5 "
                                + "seeded runs (best), over 1 link with 1 event(s) a send and a bucket of 1 s, between the longest "
                                + "window of 276.3 s in order (low) and no retry at all (high).")
                .doesNotContain("at least");
        assertThat(of(plain().withSenders(List.of(inPods)))).contains("over one link a ready pod with");
        assertThat(of(plain().withSenders(List.of(linked)))).contains("over 4 link(s) with 10 event(s) a send");
    }

    @Test
    void podsAreToldWithWhatANewOneNeeds() {
        var roomy = sender(900, RetryWindow.custom(30)).withPods(Incident.pods());
        var tight = sender(900, RetryWindow.custom(30))
                .withPods(Incident.pods().withStart(start -> new PodStart(60, 2, 10, 180, 10)));

        assertThat(of(plain().withSenders(List.of(roomy))))
                .contains(
                        "A pod of s sends 1,200 events per second whatever it waits for, and a new one always finds a node.");
        assertThat(of(plain().withSenders(List.of(tight)))).contains("and a new one may have to wait for a node.");
        assertThat(of(plain())).doesNotContain("A pod of s");
    }

    @Test
    void aBandIsToldWithTheFigureItHangsOn() {
        var links = new Band.Sensitivity("linksPerNamespace", "links a pod", 1, 1, 10, 20, 4_000, "measured");
        var band = new Band(10, 5_000, Optional.of("linksPerNamespace"), List.of(links));
        var calm = new Band(0, 0, Optional.empty(), List.of(links));

        assertThat(Assumptions.of(plain(), Optional.of(band)))
                .last()
                .isEqualTo(
                        "Over the ranges of what the platform does not publish 10 to 5,000 events are lost; most hangs on "
                                + "linksPerNamespace, from 1 to 10 links a pod.");
        assertThat(Assumptions.of(plain(), Optional.of(calm)))
                .last()
                .isEqualTo("Nothing that the platform does not publish would change this loss within its range.");
    }

    private static String of(PipelineFigures figures) {
        return String.join("\n", Assumptions.of(figures, Optional.empty()));
    }

    private static PipelineFigures plain() {
        return PipelineFigures.of(List.of(sender(900, RetryWindow.custom(30))), Admission.standard(2, 4));
    }

    private static Sender sender(double bytes, RetryWindow window) {
        var load = new Load(bytes, List.of(new Segment.Constant(10, 500)));
        return new Sender("s", load, window, ENDLESS, Optional.empty());
    }
}
