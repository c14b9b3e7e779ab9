package org.imprimatur.publication.rendering.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.Renderings.MetaTag;
import org.imprimatur.publication.bibliographic.Issn;

/** Highwire Press tags, as scholarly search engines read them, and Dublin Core (DCMI, "DC-HTML"). */
public final class MetaTags {

    private final List<MetaTag> tags = new ArrayList<>();

    private MetaTags() {}

    public static List<MetaTag> of(ArticleRecord record) {
        MetaTags meta = new MetaTags();
        meta.highwire(record);
        meta.dublinCore(record);
        return List.copyOf(meta.tags);
    }

    private void tag(String name, String content) {
        tags.add(new MetaTag(name, content));
    }

    private void highwire(ArticleRecord record) {
        tag("citation_title", record.title().strip());
        record.contributors().forEach(contributor -> {
            tag("citation_author", contributor.name().inverted());
            contributor.affiliations().forEach(affiliation -> tag("citation_author_institution", affiliation.name()));
            contributor
                    .orcid()
                    .ifPresent(
                            orcid -> tag("citation_author_orcid", orcid.link().toString()));
        });
        tag("citation_publication_date", slashed(record));
        tag("citation_journal_title", record.journal().title());
        tag("citation_journal_abbrev", record.journal().abbreviation());
        tag("citation_publisher", record.journal().publisher());
        issns(record, "citation_issn");
        tag("citation_volume", record.issue().volumeLabel());
        tag("citation_issue", record.issue().issueLabel());
        tag("citation_firstpage", String.valueOf(record.pages().first()));
        tag("citation_lastpage", String.valueOf(record.pages().last()));
        tag("citation_doi", record.doi().value());
        tag("citation_abstract_html_url", record.landingPage().toString());
        tag("citation_pdf_url", record.pdf().toString());
        tag("citation_language", record.language().toLanguageTag());
        record.keywords().forEach(keyword -> tag("citation_keywords", keyword));
        record.text().references().forEach(reference -> tag("citation_reference", reference.raw()));
    }

    private void dublinCore(ArticleRecord record) {
        tag("DC.title", record.title().strip());
        record.contributors()
                .forEach(contributor -> tag("DC.creator", contributor.name().inverted()));
        record.keywords().forEach(keyword -> tag("DC.subject", keyword));
        tag("DC.description", record.abstractText().strip());
        tag("DC.publisher", record.journal().publisher());
        tag("DC.date", slashed(record).replace('/', '-'));
        tag("DC.type", "Text");
        tag("DC.format", "text/html");
        tag("DC.identifier", record.doi().link().toString());
        tag("DC.source", record.journal().title());
        issns(record, "DC.source");
        tag("DC.language", record.language().toLanguageTag());
        record.licence().ifPresent(licence -> tag("DC.rights", licence.uri().toString()));
    }

    private void issns(ArticleRecord record, String name) {
        List.of(record.journal().issnPrint(), record.journal().issnOnline()).stream()
                .flatMap(Optional::stream)
                .map(Issn::value)
                .forEach(issn -> tag(name, issn));
    }

    private static String slashed(ArticleRecord record) {
        return record.issue()
                .yearMonth()
                .map(month -> "%d/%02d".formatted(month.getYear(), month.getMonthValue()))
                .orElse(String.valueOf(record.issue().year()));
    }
}
