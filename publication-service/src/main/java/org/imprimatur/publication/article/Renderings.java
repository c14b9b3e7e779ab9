package org.imprimatur.publication.article;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.bibliographic.JournalIdentity;

/** Every rendering of an article but its PDF. All are pure: the same record gives the same rendering. */
public interface Renderings {

    /** The cover sheet, a PDF of its own with no page of the article's range. */
    byte[] cover(ArticleRecord record);

    /** JATS Journal Publishing 1.3 (ANSI/NISO Z39.96-2021) with the full text. */
    String jats(ArticleRecord record);

    /**
     * A deposit of the article's DOI alone (crossref5.3.1.xsd): the DOIs of journal, volume and issue are in deposits of
     * their own, since their timestamps would collide.
     */
    String crossrefDeposit(ArticleRecord record, DepositHead head);

    /** A deposit of the journal's own DOI. {@code page} is where it leads. */
    String crossrefJournalDeposit(JournalIdentity journal, URI page, DepositHead head);

    /** A deposit of the volume's DOI alone. */
    String crossrefVolumeDeposit(IssueRecord issue, DepositHead head);

    /** A deposit of the issue's DOI alone. */
    String crossrefIssueDeposit(IssueRecord issue, DepositHead head);

    /** {@code oai_dc:dc} (OAI-PMH 2.0, section 2.5; Dublin Core 1.1), without an XML declaration. */
    String oaiDc(ArticleRecord record);

    /**
     * The article's citation by style or format, in this order: apa, chicago, harvard, mhra, mla, oxford, turabian (plain
     * text), bibtex, ris, csl-json.
     */
    Map<String, String> citations(ArticleRecord record);

    /** The landing page's meta tags in their order: Highwire Press {@code citation_…} and Dublin Core {@code DC.…}. */
    List<MetaTag> metaTags(ArticleRecord record);

    /**
     * The full text as HTML that is safe to put into a page as it is. Headings begin at level 2 and have the ids of
     * {@link #contents}; references have the ids of the text.
     */
    String html(StructuredText text);

    /** The contents list, made from the headings, in reading order; the reference list is its last entry. */
    List<Heading> contents(StructuredText text);

    /** An HTML {@code meta} element. */
    record MetaTag(String name, String content) {}

    /** A heading of the full text; {@code id} is its fragment in the page. */
    record Heading(String id, String text, int level) {}
}
