package dev.spillway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Pictures of a forecast: whole SVG files that need nothing from outside, whose words say what their lines show. */
final class PicturesTest {
    /** Load 600, 1,380 from 100 s to 220 s; 380 a second wait from then on, and 1,000 are lost from 150 s to 160 s. */
    private static final List<Loss.Point> BURST = List.of(
            point(0, 600, 0, 0, 1),
            point(100, 1380, 0, 0, 1),
            point(150, 1380, 19_000, 0, 2),
            point(160, 1380, 21_800, 1_000, 2),
            point(220, 600, 44_600, 1_000, 2),
            point(300, 600, 0, 1_000, 2),
            point(1_000, 0, 0, 1_000, 2));

    @Test
    void aTimelineIsAnSvgThatNeedsNothingFromOutside() throws Exception {
        String svg = LossPicture.timeline(loss(BURST));

        Document picture = parsed(svg);
        assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(text(picture, "title")).isEqualTo("orders: 1,000 of 50,000 events lost");
        assertThat(text(picture, "desc"))
                .contains("1,000 of 50,000 events lost")
                .contains("Lost between 150 and 160 s.");
        assertThat(svg).doesNotContain("href=\"http", "<script", "url(http", "<image");
    }

    @Test
    void barsSayEveryFigureInWords() throws Exception {
        Document picture = parsed(LossPicture.outcomes(loss(BURST)));

        assertThat(text(picture, "desc"))
                .contains("delivered on time: 49,000")
                .contains("lost before the broker took them: 1,000");
    }

    @Test
    void aForecastWithoutTimelineIsAPictureToo() throws Exception {
        assertThat(parsed(LossPicture.timeline(loss(List.of())))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
    }

    @Test
    void settingsAreSortedByWhatTheyBuy() throws Exception {
        var part = new SizeReport.Part(
                "orders",
                List.of(),
                "nothing may be lost",
                false,
                50_000,
                1_000,
                new SizeReport.Cost(22, 22),
                List.of(
                        row("partitionCount", java.util.Optional.empty(), 1_000),
                        row("minReplicas", java.util.Optional.empty(), 5_000),
                        row("maximumThroughputUnits", java.util.Optional.empty(), 400),
                        row("throughputUnits", java.util.Optional.of(2.0), 0)),
                false,
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty());

        String said = text(parsed(LossPicture.settings(part)), "desc");

        assertThat(said)
                .isEqualTo("as declared: 1,000; throughputUnits 2 instead of 1: 0; maximumThroughputUnits alone: 400;"
                        + " partitionCount alone: 1,000; minReplicas alone: 5,000");
    }

    @Test
    void theStretchShownBeginsBeforeTheRiseAndEndsAfterTheLastWait() {
        Moments moments = Moments.of(BURST);

        assertThat(moments.from()).isBetween(60.0, 99.0);
        assertThat(moments.until()).isBetween(301.0, 350.0);
    }

    @Test
    void lossesThatTouchAreOneSpan() {
        List<Loss.Point> twice = new ArrayList<>(BURST);
        twice.add(4, point(180, 1380, 29_000, 3_000, 2));

        assertThat(Stretch.losing(BURST)).containsExactly(new Moments(150, 160));
        assertThat(Stretch.losing(twice)).containsExactly(new Moments(150, 180));
    }

    @Test
    void ratesOfLossAddUpToTheLoss() {
        for (List<Loss.Point> points : List.of(BURST, Stretch.equal(BURST, 80))) {
            List<Loss.Point> rates = Stretch.lossRates(points);

            double lost = 0;
            for (int at = 0; at + 1 < rates.size(); at++) {
                lost += rates.get(at).lostEventsSoFar()
                        * (rates.get(at + 1).atSeconds() - rates.get(at).atSeconds());
            }
            assertThat(lost).isCloseTo(1_000, within(1e-6));
        }
    }

    /** Labels of different width once moved the panels against each other. */
    @Test
    void plotsOfAllPanelsBeginAtOneLeftEdge() {
        var narrow = new Panel("pods", BURST, 900, false).step("pods", Loss.Point::readyPods, Colours.LOAD);
        var wide = new Panel("events", BURST, 900, true).area("waiting", Loss.Point::waitingEvents, Colours.WAITING);
        double left =
                Math.max(narrow.plotBounds(900).getX(), wide.plotBounds(900).getX());

        assertThat(narrow.plotBounds(900).getX())
                .isNotEqualTo(wide.plotBounds(900).getX());
        for (Panel panel : List.of(narrow, wide)) {
            long shift = panel.shift(900, left);
            var moved = panel.plotBounds((int) (900 - shift));
            assertThat(shift + moved.getX()).isCloseTo(left, within(1.0));
            assertThat(shift + moved.getMaxX()).isCloseTo(wide.plotBounds(900).getMaxX(), within(1.0));
        }
    }

    private static SizeReport.Row row(String setting, java.util.Optional<Double> enough, double lost) {
        return new SizeReport.Row(setting, "", "", 1, enough, "", "", lost);
    }

    private static Loss.Point point(double at, double offered, double waiting, double lost, double pods) {
        return new Loss.Point(at, offered, 1_000, waiting, lost, pods, 1, 0, 0);
    }

    private static Loss loss(List<Loss.Point> timeline) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putObject("eventHubs")
                .putObject("outcomes")
                .put("deliveredOnTime", 49_000)
                .put("lostAtProducer", 1_000);
        return new Loss(
                "orders",
                List.of(),
                50_000,
                1_000,
                2,
                5,
                1_000,
                1_000,
                1_000,
                "",
                true,
                List.of("The window is short."),
                List.of("Lost between 150 and 160 s."),
                List.of(),
                timeline,
                Loss.Detail.NONE,
                json);
    }

    private static String text(Document picture, String name) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate("/*/*[local-name()='" + name + "']", picture);
    }

    private static Document parsed(String svg) throws Exception {
        var builder = DocumentBuilderFactory.newInstance();
        builder.setNamespaceAware(true);
        builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return builder.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
