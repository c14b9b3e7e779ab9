package org.imprimatur.publication;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.article.DepositHead;
import org.imprimatur.publication.article.Disagreement;
import org.imprimatur.publication.article.IssueRecord;
import org.imprimatur.publication.article.RenderedArticle;
import org.imprimatur.publication.article.Renderings;
import org.imprimatur.publication.article.Typeset;
import org.imprimatur.publication.article.Typesetting;
import org.imprimatur.publication.article.Verification;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.rendering.RenderingArticles;
import org.imprimatur.publication.rendering.print.Press;
import org.imprimatur.publication.rendering.print.TypesettingWithFop;
import org.imprimatur.publication.verification.ComparingRenderings;
import org.springframework.web.util.HtmlUtils;

/**
 * Stands in for the renderings: a PDF is a line of text, a deposit names its DOI and no more than it must. Nobody could
 * read that back, so it agrees with itself. An article that is meant to be real is rendered and read as in production,
 * but for the slips that a test plants.
 */
public final class FakeRendering implements Typesetting, Renderings, Verification {
    private static final Press PRESS = new Press();
    private static final Typesetting TYPESETTING = new TypesettingWithFop(PRESS);
    private static final Renderings RENDERINGS = new RenderingArticles(PRESS);
    private static final Verification VERIFICATION = new ComparingRenderings();

    /** What goes wrong when a rendering is made: with its text, or with the record that it is made from. */
    public record Slip(String rendering, UnaryOperator<String> ofText, UnaryOperator<ArticleRecord> ofRecord) {}

    private final Map<String, Optional<Slip>> real = new ConcurrentHashMap<>();
    private final Set<String> anew = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Disagreement>> disagreements = new ConcurrentHashMap<>();
    private final Map<String, Integer> pages = new ConcurrentHashMap<>();
    private final Map<String, Integer> finalPages = new ConcurrentHashMap<>();

    /** From now on the article's final galley comes out otherwise. */
    public void printAnew(String manuscript) {
        anew.add(manuscript);
    }

    /** From now on the article is rendered and read as in production. */
    public void real(String manuscript) {
        real.put(manuscript, Optional.empty());
    }

    /** The same, but this goes wrong. */
    public void real(String manuscript, Slip slip) {
        real.put(manuscript, Optional.of(slip));
    }

    /** From now on, this is what comes of reading a faked article back. */
    public void disagree(String manuscript, Disagreement... with) {
        disagreements.put(manuscript, List.of(with));
    }

    @Override
    public List<Disagreement> compare(ArticleRecord record, RenderedArticle rendered) {
        return isReal(record)
                ? VERIFICATION.compare(record, rendered)
                : disagreements.getOrDefault(record.manuscript(), List.of());
    }

    private boolean isReal(ArticleRecord record) {
        return real.containsKey(record.manuscript());
    }

    private Optional<Slip> slip(String rendering, ArticleRecord record) {
        return real.get(record.manuscript()).filter(slip -> slip.rendering().equals(rendering));
    }

    private ArticleRecord slipped(String rendering, ArticleRecord record) {
        return slip(rendering, record)
                .map(slip -> slip.ofRecord().apply(record))
                .orElse(record);
    }

    private String slipped(String rendering, ArticleRecord record, String text) {
        return slip(rendering, record).map(slip -> slip.ofText().apply(text)).orElse(text);
    }

    public void setPages(String manuscript, int count) {
        pages.put(manuscript, count);
    }

    public void setFinalPages(String manuscript, int count) {
        finalPages.put(manuscript, count);
    }

    @Override
    public Typeset typeset(ArticleUnderProduction proof) {
        if (real.containsKey(proof.manuscript())) {
            return TYPESETTING.typeset(proof);
        }
        int count = pages.getOrDefault(proof.manuscript(), 10);
        return count == 0
                ? new Typeset.Failed("A picture is missing.")
                : new Typeset.Set(bytes("%PDF-1.7 proof of " + proof.title()), count);
    }

    @Override
    public Typeset typeset(ArticleRecord record) {
        if (isReal(record)) {
            return TYPESETTING.typeset(slipped("PDF", record));
        }
        return new Typeset.Set(
                bytes("%PDF-1.7 pages " + record.pages() + " of " + record.title()
                        + (anew.contains(record.manuscript()) ? ", anew" : "")),
                finalPages.getOrDefault(record.manuscript(), pages.getOrDefault(record.manuscript(), 10)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] cover(ArticleRecord record) {
        if (isReal(record)) {
            return RENDERINGS.cover(slipped("cover", record));
        }
        return bytes("%PDF-1.7 cover of " + record.title());
    }

    @Override
    public String jats(ArticleRecord record) {
        if (isReal(record)) {
            return slipped("JATS", record, RENDERINGS.jats(record));
        }
        return "<article><title>" + HtmlUtils.htmlEscape(record.title()) + "</title></article>";
    }

    @Override
    public String crossrefDeposit(ArticleRecord record, DepositHead head) {
        if (isReal(record)) {
            return slipped("Crossref deposit", record, RENDERINGS.crossrefDeposit(record, head));
        }
        return deposit(
                record.journal(),
                "<journal_article publication_type=\"full_text\"><titles><title>"
                        + HtmlUtils.htmlEscape(record.title())
                        + "</title></titles><publication_date><year>"
                        + record.issue().year()
                        + "</year></publication_date><pages><first_page>"
                        + record.pages().first() + "</first_page><last_page>"
                        + record.pages().last() + "</last_page></pages>" + doiData(record.doi(), record.landingPage())
                        + "</journal_article>",
                "",
                head);
    }

    @Override
    public String crossrefJournalDeposit(JournalIdentity journal, URI page, DepositHead head) {
        return deposit(journal, "", doiData(journal.doi(), page), head);
    }

    @Override
    public String crossrefVolumeDeposit(IssueRecord issue, DepositHead head) {
        return deposit(
                issue.journal(),
                "<journal_issue><publication_date><year>" + issue.designation().year()
                        + "</year></publication_date><journal_volume><volume>"
                        + issue.designation().volume() + "</volume>" + doiData(issue.volumeDoi(), issue.volumePage())
                        + "</journal_volume></journal_issue>",
                "",
                head);
    }

    @Override
    public String crossrefIssueDeposit(IssueRecord issue, DepositHead head) {
        return deposit(
                issue.journal(),
                "<journal_issue><publication_date><year>" + issue.designation().year()
                        + "</year></publication_date><journal_volume><volume>"
                        + issue.designation().volume() + "</volume></journal_volume><issue>"
                        + issue.designation().issue() + "</issue>" + doiData(issue.issueDoi(), issue.issuePage())
                        + "</journal_issue>",
                "",
                head);
    }

    private static String deposit(JournalIdentity journal, String content, String journalDoi, DepositHead head) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><doi_batch"
                + " xmlns=\"http://www.crossref.org/schema/5.3.1\" version=\"5.3.1\"><head><doi_batch_id>"
                + head.batchId() + "</doi_batch_id><timestamp>" + head.timestamp()
                + "</timestamp><depositor><depositor_name>"
                + head.depositorName() + "</depositor_name><email_address>" + head.depositorEmail()
                + "</email_address></depositor><registrant>" + head.registrant()
                + "</registrant></head><body><journal><journal_metadata><full_title>" + journal.title()
                + "</full_title><issn media_type=\"print\">"
                + journal.issnPrint().orElseThrow() + "</issn>" + journalDoi
                + "</journal_metadata>" + content + "</journal></body></doi_batch>";
    }

    private static String doiData(Doi doi, URI page) {
        return "<doi_data><doi>" + HtmlUtils.htmlEscape(doi.value()) + "</doi><resource>" + page
                + "</resource></doi_data>";
    }

    @Override
    public String oaiDc(ArticleRecord record) {
        if (isReal(record)) {
            return slipped("OAI-PMH", record, RENDERINGS.oaiDc(record));
        }
        return "<oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
                + HtmlUtils.htmlEscape(record.title()) + "</dc:title></oai_dc:dc>";
    }

    @Override
    public Map<String, String> citations(ArticleRecord record) {
        Map<String, String> citations = new LinkedHashMap<>();
        if (isReal(record)) {
            RENDERINGS
                    .citations(record)
                    .forEach((style, citation) -> citations.put(style, slipped(style, record, citation)));
            return citations;
        }
        for (String style : List.of(
                "apa", "chicago", "harvard", "mhra", "mla", "oxford", "turabian", "bibtex", "ris", "csl-json")) {
            citations.put(style, "In " + style + ": " + record.title() + ", " + record.pages());
        }
        return citations;
    }

    @Override
    public List<MetaTag> metaTags(ArticleRecord record) {
        if (isReal(record)) {
            return RENDERINGS.metaTags(slipped("landing page", record));
        }
        return List.of(
                new MetaTag("citation_title", record.title()),
                new MetaTag("citation_doi", record.doi().value()));
    }

    @Override
    public String html(StructuredText text) {
        StringBuilder html = new StringBuilder();
        text.sections()
                .forEach(section -> html.append("<h2 id=\"s1\">")
                        .append(HtmlUtils.htmlEscape(section.headingText()))
                        .append("</h2>"));
        return html.toString();
    }

    @Override
    public List<Heading> contents(StructuredText text) {
        return text.sections().stream()
                .map(section -> new Heading("s1", section.headingText(), 2))
                .toList();
    }
}
