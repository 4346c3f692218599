package dev.spillway.loss.sizing;

import dev.spillway.facts.Prices;
import dev.spillway.loss.Admission;
import dev.spillway.loss.PipelineFigures;
import dev.spillway.loss.Reading;
import dev.spillway.loss.Sender;

/**
 * What a namespace costs in a month of 730 hours, in US dollars at list prices: an estimate, for comparing designs. Pods and
 * storage are not in it.
 *
 * @param floor with the units that are declared, all month
 * @param ceiling with as many units as auto-inflate may reach, all month: it never gives any back
 */
public record MonthlyCost(double floor, double ceiling) {
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double MILLION = 1e6;

    /** The cost of the declared load's mean, around the clock. */
    static MonthlyCost of(PipelineFigures figures) {
        Admission door = figures.admission();
        boolean captured = figures.reading().filter(Reading::captureEnabled).isPresent();
        double perUnit = Prices.unit(door.tier())
                + (captured ? Prices.capture(door.tier()).orElse(0) : 0);
        double ingress = ingress(figures);
        int most = door.autoInflate() ? door.maximumThroughputUnits() : door.throughputUnits();
        return new MonthlyCost(door.throughputUnits() * perUnit + ingress, most * perUnit + ingress);
    }

    private static double ingress(PipelineFigures figures) {
        double perMillion = Prices.ingressPerMillion(figures.admission().tier()).orElse(0);
        double perSecond = figures.senders().stream()
                .mapToDouble(MonthlyCost::billedEventsPerSecond)
                .sum();
        return perSecond * SECONDS_PER_HOUR * Prices.HOURS_PER_MONTH / MILLION * perMillion;
    }

    private static double billedEventsPerSecond(Sender sender) {
        double blocks = Math.ceil(sender.load().averageEventBytes() / Prices.BYTES_PER_BILLED_EVENT);
        return sender.load().meanEventsPerSecond() * blocks;
    }
}
