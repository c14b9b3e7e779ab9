package org.imprimatur.intake.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** XML out of files that nobody vouches for: no document type, no entity, no more elements than a manuscript has. */
final class Xml {
    static final int MOST_ELEMENTS = 600_000;
    static final int MOST_PARAGRAPHS = 30_000;
    static final int DEEPEST = 200;

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private Xml() {}

    /** More than a manuscript can hold. */
    static final class TooMuch extends SAXException {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }

    /** A document type declaration, which no word processor writes. */
    static final class Forbidden extends SAXException {
        private static final long serialVersionUID = 1L;

        Forbidden(SAXParseException cause) {
            super(cause);
        }
    }

    /** Counts first, so that the tree is only built for what is small enough. */
    static Element parse(byte[] bytes) throws SAXException, IOException {
        try {
            var sax = SAXParserFactory.newDefaultInstance();
            sax.setNamespaceAware(true);
            sax.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            sax.setFeature(NO_DOCTYPE, true);
            sax.newSAXParser().parse(new ByteArrayInputStream(bytes), new Counter());

            var dom = DocumentBuilderFactory.newDefaultInstance();
            dom.setNamespaceAware(true);
            dom.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            dom.setFeature(NO_DOCTYPE, true);
            dom.setXIncludeAware(false);
            dom.setExpandEntityReferences(false);
            var builder = dom.newDocumentBuilder();
            builder.setErrorHandler(new Counter());
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (SAXParseException e) {
            if (e.getMessage() != null && e.getMessage().contains("DOCTYPE")) {
                throw new Forbidden(e);
            }
            throw e;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's XML parser knows its own features", e);
        }
    }

    private static final class Counter extends DefaultHandler implements ErrorHandler {
        private int elements;
        private int paragraphs;
        private int depth;

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            elements++;
            depth++;
            if (localName.equals("p")) {
                paragraphs++;
            }
            if (elements > MOST_ELEMENTS || paragraphs > MOST_PARAGRAPHS || depth > DEEPEST) {
                throw new TooMuch(elements + " elements, " + paragraphs + " paragraphs, " + depth + " deep");
            }
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            depth--;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The first child of that local name, or null. Names are compared without their namespace: strict and transitional differ in it. */
    static Element child(Element parent, String... path) {
        var at = parent;
        for (var name : path) {
            if (at == null) {
                return null;
            }
            Element found = null;
            for (Node node = at.getFirstChild(); node != null && found == null; node = node.getNextSibling()) {
                if (node instanceof Element element && name.equals(element.getLocalName())) {
                    found = element;
                }
            }
            at = found;
        }
        return at;
    }

    /** An attribute by its local name, or null. */
    static String attribute(Element element, String name) {
        if (element == null) {
            return null;
        }
        var attributes = element.getAttributes();
        for (var i = 0; i < attributes.getLength(); i++) {
            if (name.equals(attributes.item(i).getLocalName())) {
                return attributes.item(i).getNodeValue();
            }
        }
        return null;
    }

    /** Whether an on-off property such as w:b is there and on. */
    static boolean on(Element properties, String name) {
        var element = properties == null ? null : child(properties, name);
        if (element == null) {
            return false;
        }
        var value = attribute(element, "val");
        return value == null || !List.of("0", "false", "off", "none").contains(value);
    }

    static void each(Element from, String name, java.util.function.Consumer<Element> consumer) {
        for (var child : children(from)) {
            if (name.equals(child.getLocalName())) {
                consumer.accept(child);
            } else {
                each(child, name, consumer);
            }
        }
    }
}
