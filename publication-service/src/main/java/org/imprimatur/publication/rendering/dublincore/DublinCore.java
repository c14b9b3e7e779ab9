package org.imprimatur.publication.rendering.dublincore;

import java.time.YearMonth;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.rendering.xml.XmlWriter;

/** The {@code oai_dc:dc} container (OAI-PMH 2.0, section 2.5). */
public final class DublinCore {

    private DublinCore() {}

    public static String write(ArticleRecord record) {
        XmlWriter xml = XmlWriter.fragment();
        xml.open(
                        "oai_dc:dc",
                        "xmlns:oai_dc",
                        "http://www.openarchives.org/OAI/2.0/oai_dc/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:schemaLocation",
                        "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd")
                .leaf("dc:title", record.title().strip());
        record.contributors()
                .forEach(
                        contributor -> xml.leaf("dc:creator", contributor.name().inverted()));
        record.keywords().forEach(keyword -> xml.leaf("dc:subject", keyword));
        xml.leaf("dc:description", record.abstractText().strip())
                .leaf("dc:publisher", record.journal().publisher())
                .leaf(
                        "dc:date",
                        record.issue()
                                .yearMonth()
                                .map(YearMonth::toString)
                                .orElse(String.valueOf(record.issue().year())))
                .leaf("dc:type", "Text")
                .leaf("dc:format", "application/pdf")
                .leaf("dc:identifier", record.doi().link().toString())
                .leaf("dc:identifier", record.landingPage().toString())
                .leaf(
                        "dc:source",
                        record.journal().title() + "; " + record.issue().display() + "; "
                                + record.pages().display());
        record.journal().issnPrint().ifPresent(issn -> xml.leaf("dc:source", issn.value()));
        record.journal().issnOnline().ifPresent(issn -> xml.leaf("dc:source", issn.value()));
        xml.leaf("dc:language", record.language().toLanguageTag())
                .leaf("dc:relation", record.pdf().toString());
        record.licence()
                .ifPresent(licence -> xml.leaf("dc:rights", licence.uri().toString()));
        return xml.close().end();
    }
}
