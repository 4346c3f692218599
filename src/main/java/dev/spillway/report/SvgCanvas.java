package dev.spillway.report;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A sheet that is drawn on with Java's own graphics and becomes one SVG text without references to anything outside. Letters are
 * drawn as shapes, so that they are as wide everywhere as they were measured here; title and description say the same as text.
 */
final class SvgCanvas {
    private static final String SVG = "http://www.w3.org/2000/svg";

    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font STRONG = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 16);

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private SvgCanvas() {}

    /**
     * Draws a picture.
     *
     * @param title what a screen reader says
     * @param description the same in a sentence with the figures
     */
    static String draw(int width, int height, String title, String description, Consumer<Graphics2D> painter) {
        // A JVM of a server has no display, and needs none to draw into a text.
        System.setProperty("java.awt.headless", "true");
        requireFonts();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment("Drawn by spillway");
        context.setPrecision(2);
        SVGGraphics2D graphics = new SVGGraphics2D(context, true);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        painter.accept(graphics);
        Element root = graphics.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
        root.setAttributeNS(null, "role", "img");
        put(root, "desc", description);
        put(root, "title", title);
        StringWriter text = new StringWriter();
        try {
            graphics.stream(root, text, true, false);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("an SVG text could not be written to memory", e);
        }
        return text + "\n";
    }

    /** How wide a text is as it is drawn here. */
    static int width(String text, Font font) {
        return (int) Math.ceil(font.getStringBounds(text, MEASURE).getWidth());
    }

    /** Java notices at the first letter that there is no font, each version in a way of its own. */
    private static void requireFonts() {
        try {
            TEXT.getStringBounds("0", MEASURE);
        } catch (InternalError | LinkageError | RuntimeException noFonts) {
            throw new NoFonts(noFonts);
        }
    }

    private static void put(Element root, String name, String text) {
        Element element = root.getOwnerDocument().createElementNS(SVG, name);
        element.setTextContent(text);
        root.insertBefore(element, root.getFirstChild());
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML", e);
        }
    }
}
