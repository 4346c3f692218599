package dev.spillway.loadtest;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes JMeter's own format: elements with typed properties, and a tree beside each element. */
final class JmxWriter {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    /** Something that writes XML. */
    interface Body {
        void write() throws XMLStreamException;
    }

    JmxWriter() throws XMLStreamException {
        xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
    }

    String finished() throws XMLStreamException {
        xml.writeEndDocument();
        return text + "\n";
    }

    void in(String element, Body body, String... attributes) throws XMLStreamException {
        indent();
        xml.writeStartElement(element);
        for (int at = 0; at < attributes.length; at += 2) {
            xml.writeAttribute(attributes[at], attributes[at + 1]);
        }
        depth++;
        body.write();
        depth--;
        indent();
        xml.writeEndElement();
    }

    /** An element of a test plan with its class, and the tree below it. */
    void element(String testClass, String guiClass, String name, Body properties, Body tree) throws XMLStreamException {
        in(testClass, properties, "guiclass", guiClass, "testclass", testClass, "testname", name, "enabled", "true");
        in("hashTree", tree);
    }

    void string(String name, String value) throws XMLStreamException {
        property("stringProp", name, value);
    }

    void flag(String name, boolean value) throws XMLStreamException {
        property("boolProp", name, String.valueOf(value));
    }

    private void property(String type, String name, String value) throws XMLStreamException {
        indent();
        xml.writeStartElement(type);
        xml.writeAttribute("name", name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void indent() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
