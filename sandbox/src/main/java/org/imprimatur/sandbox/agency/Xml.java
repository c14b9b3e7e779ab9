package org.imprimatur.sandbox.agency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reading XML that anybody may have written: no document type, so no entity and nothing fetched. */
final class Xml {

    /** Far deeper than any deposit, and no danger for code that walks down step by step. */
    private static final int DEEPEST = 200;

    private Xml() {}

    static Document parse(byte[] content) throws SAXException, IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(DEEPEST));
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(content));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws what the parser finds; by default it would also print it. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    static List<Element> children(Node parent, String... names) {
        var all = parent.getChildNodes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> Arrays.asList(names).contains(child.getLocalName()))
                .toList();
    }

    /** The element at the end of a path of names, taking the first of each. */
    static Optional<Element> at(Node from, String... path) {
        var here = Optional.of(from);
        for (var name : path)
            here = here.flatMap(node -> children(node, name).stream().findFirst());
        return here.filter(Element.class::isInstance).map(Element.class::cast);
    }

    /** Its text with white space collapsed; empty where there is no such element or nothing in it. */
    static Optional<String> text(Node from, String... path) {
        return at(from, path).map(Xml::text).filter(text -> !text.isEmpty());
    }

    static String text(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    static Stream<Element> descendants(Node from, String name) {
        var all = from.getChildNodes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .flatMap(child -> Stream.concat(
                        name.equals(child.getLocalName()) ? Stream.of(child) : Stream.empty(),
                        descendants(child, name)));
    }
}
