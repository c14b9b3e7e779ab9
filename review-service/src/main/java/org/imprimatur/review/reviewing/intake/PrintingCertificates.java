package org.imprimatur.review.reviewing.intake;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.imprimatur.intake.copy.Typesetting;
import org.imprimatur.review.reviewing.Certificate;
import org.imprimatur.review.reviewing.Print;
import org.imprimatur.web.words.Dates;
import org.imprimatur.web.words.Languages;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Certificates as XSL formatting objects (XSL 1.1), set with what sets reviewers' copies. */
@Component
class PrintingCertificates implements Print {

    private static final String FO = "http://www.w3.org/1999/XSL/Format";

    private final MessageSource messages;
    private final Dates dates;

    PrintingCertificates(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public byte[] pdf(Certificate certificate, String address) {
        return Typesetting.pdf(formattingObjects(certificate, address), Map.of());
    }

    private String formattingObjects(Certificate certificate, String address) {
        StringWriter written = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
            page(out, certificate, address);
            out.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("writing into memory doesn't fail", impossible);
        }
        return written.toString();
    }

    private void page(XMLStreamWriter out, Certificate certificate, String address) throws XMLStreamException {
        Locale locale = LocaleContextHolder.getLocale();
        boolean toTheLeft = Languages.direction(locale).equals("rtl");
        open(
                out,
                "root",
                "font-family",
                "Source Serif 4, Noto Naskh Arabic",
                "font-size",
                "13pt",
                "line-height",
                "20pt",
                "text-align",
                "center",
                "xml:lang",
                locale.getLanguage());
        open(out, "layout-master-set");
        open(
                out,
                "simple-page-master",
                "master-name",
                "page",
                "page-width",
                "297mm",
                "page-height",
                "210mm",
                "margin",
                "16mm",
                "writing-mode",
                toTheLeft ? "rl-tb" : "lr-tb");
        open(out, "region-body", "display-align", "center");
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndElement();
        open(out, "page-sequence", "master-reference", "page");
        open(out, "flow", "flow-name", "xsl-region-body");
        open(
                out,
                "block",
                "border",
                "0.8pt solid #31465e",
                "padding",
                "14mm 12mm",
                "start-indent",
                "13mm",
                "end-indent",
                "13mm");
        block(out, say("certificate.heading"), "role", "H1", "font-size", "30pt", "line-height", "40pt");
        block(out, say("certificate.given-to"), "space-before", "8mm", "color", "#444444");
        block(out, certificate.name(), "font-size", "24pt", "line-height", "34pt", "font-weight", "bold");
        block(out, sentence(certificate), "space-before", "4mm", "space-after", "6mm");
        for (Certificate.Line line : certificate.lines()) {
            block(out, line(line), "space-before", "2mm");
        }
        block(
                out,
                say("certificate.issued-on", dates.day(certificate.issuedAt())),
                "space-before",
                "10mm",
                "font-size",
                "10.5pt");
        block(out, say("certificate.confirmed-at"), "font-size", "9pt", "line-height", "13pt", "color", "#444444");
        open(out, "block", "font-size", "9pt", "line-height", "13pt");
        open(out, "basic-link", "external-destination", "url('" + address + "')", "color", "#1f4e8c");
        out.writeCharacters(address);
        out.writeEndElement();
        out.writeEndElement();
        block(out, say("certificate.no-manuscript"), "font-size", "9pt", "line-height", "13pt", "color", "#444444");
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndElement();
        out.writeEndElement();
    }

    private String sentence(Certificate certificate) {
        return certificate
                .year()
                .map(year -> say("certificate.in-year", certificate.reviews(), year.toString()))
                .orElse(say("certificate.one"));
    }

    private String line(Certificate.Line line) {
        String first = dates.month(line.first());
        return line.first().equals(line.last())
                ? say("certificate.line-month", line.journal(), line.reviews(), first)
                : say("certificate.line", line.journal(), line.reviews(), first, dates.month(line.last()));
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, LocaleContextHolder.getLocale());
    }

    private static void block(XMLStreamWriter out, String words, String... attributes) throws XMLStreamException {
        open(out, "block", attributes);
        // characters that XML 1.0 (section 2.2) doesn't know are left out, and isolates, for which no font has a glyph
        out.writeCharacters(words.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\u2066-\\u2069\\uFFFE\\uFFFF]", ""));
        out.writeEndElement();
    }

    private static void open(XMLStreamWriter out, String name, String... attributes) throws XMLStreamException {
        out.writeStartElement("fo", name, FO);
        if (name.equals("root")) {
            out.writeNamespace("fo", FO);
        }
        for (int at = 0; at < attributes.length; at += 2) {
            out.writeAttribute(attributes[at], attributes[at + 1]);
        }
    }
}
