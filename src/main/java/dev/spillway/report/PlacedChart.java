package dev.spillway.report;

import java.awt.geom.Rectangle2D;
import org.knowm.xchart.XYChart;

/** A chart that tells where it has put its plot, so that several can be laid over one time axis. */
final class PlacedChart extends XYChart {
    PlacedChart(int width, int height) {
        super(width, height);
    }

    /** Known once the chart has been painted. */
    Rectangle2D plotBounds() {
        return plot.getBounds();
    }
}
