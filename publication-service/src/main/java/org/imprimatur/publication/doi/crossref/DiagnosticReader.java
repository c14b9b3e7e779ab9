package org.imprimatur.publication.doi.crossref;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.imprimatur.publication.doi.Agency;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads a {@code doi_batch_diagnostic}. What is no such thing is as if the agency were away: asking again helps, and
 * nothing is decided by what can't be understood.
 */
final class DiagnosticReader {
    private DiagnosticReader() {}

    static Agency.Polling read(byte[] answer) {
        Element root;
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(null);
            root = builder.parse(new ByteArrayInputStream(answer)).getDocumentElement();
        } catch (SAXException | IOException noXml) {
            return new Agency.Away("The agency's answer can't be understood.");
        } catch (ParserConfigurationException fault) {
            throw new IllegalStateException(fault);
        }
        return switch (root.getAttribute("status")) {
            case "unknown_submission" -> new Agency.Unknown();
            case "completed" -> new Agency.Completed(answer, records(root));
            case "queued", "in_process" -> new Agency.Pending();
            default -> new Agency.Away("The agency's answer can't be understood.");
        };
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static List<Agency.Diagnosis> records(Element root) {
        List<Agency.Diagnosis> records = new ArrayList<>();
        NodeList elements = root.getElementsByTagName("record_diagnostic");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            records.add(new Agency.Diagnosis(
                    status(element.getAttribute("status")),
                    element.getAttribute("msg_id"),
                    text(element, "doi"),
                    text(element, "msg")));
        }
        return records;
    }

    private static Agency.Status status(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "success" -> Agency.Status.SUCCESS;
            case "warning" -> Agency.Status.WARNING;
            default -> Agency.Status.FAILURE;
        };
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
