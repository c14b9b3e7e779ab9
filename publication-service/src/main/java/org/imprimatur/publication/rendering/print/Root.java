package org.imprimatur.publication.rendering.print;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.rendering.xml.XmlWriter;

/** What all documents of the press have in common: their root, their metadata, their colours, the banner at their foot. */
final class Root {

    static final String QUIET = "#4a4a46";
    static final String RULE = "#8c8b85";
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Root() {}

    static void open(XmlWriter fo, Locale language) {
        fo.open(
                "fo:root",
                "xmlns:fo",
                "http://www.w3.org/1999/XSL/Format",
                "xmlns:fox",
                "http://xmlgraphics.apache.org/fop/extensions",
                "xml:lang",
                language.toLanguageTag(),
                "language",
                language.getLanguage(),
                "country",
                language.getCountry().isEmpty() ? null : language.getCountry(),
                "font-family",
                Running.SERIF + ", Noto Naskh Arabic",
                "font-size",
                "11pt",
                "line-height",
                "14.5pt",
                "linefeed-treatment",
                "preserve",
                "font-selection-strategy",
                "character-by-character",
                "hyphenation-push-character-count",
                "3",
                "hyphenation-remain-character-count",
                "3",
                "hyphenation-ladder-count",
                "3");
    }

    /** XMP as PDF/A-2 wants it (ISO 19005-2, 6.6): the title is an alternative in "x-default". */
    static void metadata(
            XmlWriter fo,
            String title,
            List<String> authors,
            List<String> keywords,
            Locale language,
            Optional<String> identifier,
            JournalIdentity journal) {
        fo.open("fo:declarations")
                .open("x:xmpmeta", "xmlns:x", "adobe:ns:meta/")
                .open("rdf:RDF", "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
                .open("rdf:Description", "rdf:about", "", "xmlns:dc", "http://purl.org/dc/elements/1.1/");
        alternative(fo, "dc:title", title);
        list(fo, "dc:creator", "rdf:Seq", authors);
        if (!keywords.isEmpty()) {
            list(fo, "dc:subject", "rdf:Bag", keywords);
        }
        list(fo, "dc:language", "rdf:Bag", List.of(language.toLanguageTag()));
        list(fo, "dc:publisher", "rdf:Bag", List.of(journal.publisher()));
        identifier.ifPresent(id -> fo.leaf("dc:identifier", id));
        fo.leaf("dc:source", journal.title());
        fo.close().close().close().close();
    }

    private static void alternative(XmlWriter fo, String name, String value) {
        fo.open(name)
                .open("rdf:Alt")
                .leaf("rdf:li", value, "xml:lang", "x-default")
                .close()
                .close();
    }

    private static void list(XmlWriter fo, String name, String kind, List<String> values) {
        fo.open(name).open(kind);
        values.forEach(value -> fo.leaf("rdf:li", value));
        fo.close().close();
    }

    static void foot(XmlWriter fo, Running running, String banner) {
        fo.open("fo:static-content", "flow-name", "xsl-region-after", "role", "artifact")
                .open("fo:block", "font-size", "8pt", "line-height", "10pt", "text-align", "center", "color", QUIET);
        running.text(banner);
        fo.close().close();
    }

    /** The printers' double rule: thick and thin. */
    static void doubleRule(XmlWriter fo, String thickness, String spaceBefore, String between) {
        fo.empty(
                "fo:block",
                "border-before-style",
                "solid",
                "border-before-width",
                thickness,
                "border-after-style",
                "solid",
                "border-after-width",
                "0.5pt",
                "space-before",
                spaceBefore,
                "padding-before",
                between,
                "line-height",
                "0pt");
    }
}
