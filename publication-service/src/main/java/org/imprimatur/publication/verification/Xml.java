package org.imprimatur.publication.verification;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML that is asked by XPath. Namespaces are left aside: a name stands for itself with any prefix. */
final class Xml {

    private final Document document;

    private Xml(Document document) {
        this.document = document;
    }

    static Xml parse(String text) throws Unreadable {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Xml(builder.parse(new InputSource(new StringReader(text))));
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new Unreadable(e);
        }
    }

    /** The text of each node that the path finds. */
    List<String> all(String path) {
        try {
            NodeList found = (NodeList)
                    XPathFactory.newDefaultInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(at -> found.item(at).getTextContent())
                    .toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException("No path: " + path, e);
        }
    }

    /** The first one's text, or "". */
    String one(String path) {
        return all(path).stream().findFirst().orElse("");
    }
}
