package org.imprimatur.publication.rendering.crossref;

import java.net.URI;
import java.util.List;
import org.imprimatur.intake.text.Reference;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.DepositHead;
import org.imprimatur.publication.article.IssueRecord;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.rendering.xml.XmlWriter;

/**
 * One deposit, of one DOI: that of an article, a journal, a volume or an issue. An update replaces the whole record at
 * the agency, so everything we know stands in each.
 */
public final class DepositWriter {

    private static final String NAMESPACE = "http://www.crossref.org/schema/5.3.1";

    private final XmlWriter xml = XmlWriter.document();

    private DepositWriter() {}

    public static String article(ArticleRecord record, DepositHead head) {
        return new DepositWriter().batch(head, writer -> writer.article(record));
    }

    public static String journal(JournalIdentity journal, URI page, DepositHead head) {
        return new DepositWriter().batch(head, writer -> writer.metadata(journal, page));
    }

    public static String volume(IssueRecord issue, DepositHead head) {
        return new DepositWriter().batch(head, writer -> {
            writer.metadata(issue.journal(), null);
            writer.issue(issue.designation(), issue.volumeDoi(), issue.volumePage(), null, null);
        });
    }

    public static String issue(IssueRecord issue, DepositHead head) {
        return new DepositWriter().batch(head, writer -> {
            writer.metadata(issue.journal(), null);
            writer.issue(issue.designation(), null, null, issue.issueDoi(), issue.issuePage());
        });
    }

    private interface Part {
        void write(DepositWriter writer);
    }

    private String batch(DepositHead head, Part part) {
        xml.open(
                        "doi_batch",
                        "xmlns",
                        NAMESPACE,
                        "xmlns:jats",
                        "http://www.ncbi.nlm.nih.gov/JATS1",
                        "xmlns:ai",
                        "http://www.crossref.org/AccessIndicators.xsd",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:schemaLocation",
                        NAMESPACE + " https://www.crossref.org/schemas/crossref5.3.1.xsd",
                        "version",
                        "5.3.1")
                .open("head")
                .leaf("doi_batch_id", head.batchId())
                .leaf("timestamp", String.valueOf(head.timestamp()))
                .open("depositor")
                .leaf("depositor_name", head.depositorName())
                .leaf("email_address", head.depositorEmail())
                .close()
                .leaf("registrant", head.registrant())
                .close()
                .open("body")
                .open("journal");
        part.write(this);
        return xml.close().close().close().end();
    }

    private void metadata(JournalIdentity journal, URI page) {
        xml.open("journal_metadata", "language", journal.language().getLanguage())
                .leaf("full_title", journal.title())
                .leaf("abbrev_title", journal.abbreviation());
        journal.issnPrint().ifPresent(issn -> xml.leaf("issn", issn.value(), "media_type", "print"));
        journal.issnOnline().ifPresent(issn -> xml.leaf("issn", issn.value(), "media_type", "electronic"));
        if (page != null) {
            doi(journal.doi(), page, null);
        }
        xml.close();
    }

    private void issue(IssueDesignation issue, Doi volumeDoi, URI volumePage, Doi issueDoi, URI issuePage) {
        xml.open("journal_issue");
        published(issue);
        xml.open("journal_volume").leaf("volume", issue.volumeLabel());
        if (volumeDoi != null) {
            doi(volumeDoi, volumePage, null);
        }
        xml.close().leaf("issue", issue.issueLabel());
        if (issueDoi != null) {
            doi(issueDoi, issuePage, null);
        }
        xml.close();
    }

    // the schema takes a month or, as numbers from 21 on, a season: the month is the more precise
    private void published(IssueDesignation issue) {
        xml.open("publication_date", "media_type", "online");
        issue.month().ifPresent(month -> xml.leaf("month", "%02d".formatted(month.getValue())));
        if (issue.month().isEmpty()) {
            issue.season().ifPresent(season -> xml.leaf("month", String.valueOf(21 + season.ordinal())));
        }
        xml.leaf("year", String.valueOf(issue.year())).close();
    }

    private void article(ArticleRecord record) {
        metadata(record.journal(), null);
        issue(record.issue(), null, null, null, null);
        xml.open(
                        "journal_article",
                        "publication_type",
                        "full_text",
                        "language",
                        record.language().getLanguage())
                .open("titles")
                .leaf("title", record.title())
                .close()
                .open("contributors");
        for (int at = 0; at < record.contributors().size(); at++) {
            contributor(record.contributors().get(at), at == 0);
        }
        xml.close();
        xml.open("jats:abstract", "xml:lang", record.language().getLanguage());
        for (String paragraph : record.abstractText().strip().split("\\n\\s*\\n")) {
            xml.leaf("jats:p", paragraph);
        }
        xml.close();
        published(record.issue());
        xml.open("acceptance_date", "media_type", "online")
                .leaf("month", "%02d".formatted(record.history().accepted().getMonthValue()))
                .leaf("day", "%02d".formatted(record.history().accepted().getDayOfMonth()))
                .leaf("year", String.valueOf(record.history().accepted().getYear()))
                .close();
        xml.open("pages")
                .leaf("first_page", String.valueOf(record.pages().first()))
                .leaf("last_page", String.valueOf(record.pages().last()))
                .close();
        xml.open("publisher_item")
                .leaf("item_number", record.number().toString(), "item_number_type", "article_number")
                .close();
        record.licence()
                .ifPresent(licence -> xml.open("ai:program", "name", "AccessIndicators")
                        .leaf("ai:license_ref", licence.uri().toString(), "applies_to", "vor")
                        .close());
        doi(record.doi(), record.landingPage(), record.pdf());
        citations(record.text().references());
        xml.close();
    }

    private void contributor(Contributor contributor, boolean first) {
        xml.open("person_name", "sequence", first ? "first" : "additional", "contributor_role", "author");
        if (!contributor.name().given().isEmpty()) {
            xml.leaf("given_name", contributor.name().given());
        }
        xml.leaf("surname", contributor.name().family());
        xml.open("affiliations");
        contributor.affiliations().forEach(affiliation -> {
            xml.open("institution").leaf("institution_name", affiliation.name());
            affiliation
                    .ror()
                    .ifPresent(ror -> xml.leaf("institution_id", ror.link().toString(), "type", "ror"));
            xml.close();
        });
        xml.close();
        contributor
                .orcid()
                .ifPresent(orcid -> xml.leaf(
                        "ORCID",
                        orcid.link().toString(),
                        "authenticated",
                        contributor.orcidAuthenticated() ? "true" : null));
        xml.close();
    }

    private void doi(Doi doi, URI resource, URI pdf) {
        xml.open("doi_data")
                .leaf("doi", doi.value())
                .leaf(
                        "resource",
                        resource.toString(),
                        "content_version",
                        pdf == null ? null : "vor",
                        "mime_type",
                        pdf == null ? null : "text/html");
        if (pdf != null) {
            xml.open("collection", "property", "text-mining")
                    .open("item")
                    .leaf("resource", pdf.toString(), "mime_type", "application/pdf")
                    .close()
                    .close();
        }
        xml.close();
    }

    private void citations(List<Reference> references) {
        if (references.isEmpty()) {
            return;
        }
        xml.open("citation_list");
        for (Reference reference : references) {
            xml.open("citation", "key", reference.id());
            reference.doi().ifPresent(doi -> xml.leaf("doi", doi));
            xml.leaf("unstructured_citation", reference.raw()).close();
        }
        xml.close();
    }
}
