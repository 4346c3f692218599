package dev.spillway.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a namespace lets in and gives out: the loss model, sections 3.3, 4.1 and 5. */
final class AdmissionTest {
    private static final Offset<Double> EXACTLY = within(1e-6);

    /** The limit of one partition over the largest share: 1,000/0.4, 1,000/0.9 and 1,000 over a third of 0.9. */
    @ParameterizedTest
    @CsvSource({"4, 0.4, 2500", "4, 0.25, 4000", "4, 0.1, 3333.333333", "2, 0.9, 1111.111111", "1, 1, 1000"})
    void theFullestPartitionLimitsAll(int partitions, double share, double rate) {
        var admission = Admission.standard(40, partitions).withHotPartition(share);

        assertThat(admission.partitionsEventsPerSecond(900)).isCloseTo(rate, EXACTLY);
        assertThat(admission.eventsPerSecond(40, 900)).isCloseTo(rate, EXACTLY);
    }

    @Test
    void anEvenLoadFillsAllPartitionsAtOnce() {
        assertThat(Admission.standard(40, 4).partitionsEventsPerSecond(900)).isEqualTo(4_000);
        assertThat(Admission.standard(40, 4).partitionsEventsPerSecond(4_000)).isEqualTo(1_000);
        assertThat(Admission.standard(3, 4).eventsPerSecond(3, 900)).isEqualTo(3_000);
    }

    @Test
    void otherHubsTakeTheirsFirst() {
        assertThat(Admission.standard(2, 4).withOtherIngress(300).namespaceEventsPerSecond(2, 900))
                .isEqualTo(1_700);
        assertThat(Admission.standard(1, 4).withOtherIngress(1_300).namespaceEventsPerSecond(1, 900))
                .isZero();
    }

    /** 4,096 events or 2 MB a second and unit can be read; 500 bytes is nearly where they meet. */
    @Test
    void readingHasALimitOfItsOwn() {
        assertThat(Admission.standard(2, 4).egressEventsPerSecond(2, 100)).isEqualTo(8_192);
        assertThat(Admission.standard(2, 4).egressEventsPerSecond(2, 4_000)).isEqualTo(1_000);
    }

    @Test
    void aPremiumNamespaceIsReadAsFastAsItsReadersAre() {
        var load = new Load(900, List.of(new Segment.Constant(100, 2_000)));
        var sender = new Sender("s", load, RetryWindow.custom(0), Double.POSITIVE_INFINITY, Optional.empty());
        var figures = PipelineFigures.of(List.of(sender), Admission.premium(1, 5, 4))
                .withReading(Reading.by(Consumers.of(1_000, new Scaling.Fixed(2))));

        var forecast = LossModel.forecast(figures);

        assertThat(forecast.outcomes().deliveredOnTime()).isCloseTo(200_000, EXACTLY);
        assertThat(forecast.peaks().partitionLogBacklog()).isZero();
    }

    @Test
    void aUnitOfPremiumLetsInWhatItsOwnerMeasured() {
        assertThat(Admission.premium(2, 2.5, 4).namespaceEventsPerSecond(2, 1_000))
                .isEqualTo(5_000);
        assertThatThrownBy(() -> Admission.premium(1, 0, 4))
                .hasMessageContaining("ingressMegabytesPerSecondPerUnit: 0");
        assertThatCode(() -> Admission.premium(1, 0.1, 4)).doesNotThrowAnyException();
    }

    @Test
    void aSinglePartitionGetsAllEvents() {
        var hot = Admission.standard(1, 4).withHotPartition(0.4);

        assertThat(hot.withPartitions(1).hotPartitionShare()).hasValue(1);
        assertThat(hot.withPartitions(2).hotPartitionShare()).hasValue(0.4);
        assertThat(Admission.standard(1, 4).withPartitions(1).hotPartitionShare())
                .isEqualTo(OptionalDouble.empty());
    }

    @Test
    void moreUnitsRaiseTheCeilingThatTheyPass() {
        var inflating = Admission.standard(1, 4).withAutoInflate(4, 60);

        assertThat(inflating.withUnits(3).maximumThroughputUnits()).isEqualTo(4);
        assertThat(inflating.withUnits(6).maximumThroughputUnits()).isEqualTo(6);
        assertThat(inflating.withUnits(6).autoInflate()).isTrue();
    }

    @Test
    void aRegionIsNotLostASecondTimeBeforeItIsBack() {
        var load = new Load(900, List.of(new Segment.Constant(100, 200)));
        var sender = new Sender("s", load, RetryWindow.custom(0), Double.POSITIVE_INFINITY, Optional.empty());
        var figures = PipelineFigures.of(List.of(sender), Admission.standard(1, 4));
        var first = new Fault.RegionOutage(10, 20);

        assertThatThrownBy(
                        () -> figures.withFaults(List.of(new Fault.RegionOutage(29, 5), first), DisasterRecovery.NONE))
                .hasMessageContaining("a region outage at 29.0 s inside another one");
        assertThatCode(() -> figures.withFaults(List.of(new Fault.RegionOutage(30, 5), first), DisasterRecovery.NONE))
                .doesNotThrowAnyException();
    }
}
