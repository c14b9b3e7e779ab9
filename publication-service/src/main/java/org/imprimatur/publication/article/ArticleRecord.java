package org.imprimatur.publication.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.imprimatur.intake.text.StructuredText;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.Contributor;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.JournalIdentity;
import org.imprimatur.publication.bibliographic.PageRange;

/**
 * An article with everything that any rendering of it says: the only source of cover, PDF, page, meta tags, JATS,
 * deposit, OAI-PMH record and citations. Its two halves exist only complete, so it does too.
 *
 * <p>Renderings are dated by the issue ({@link #issue()}). {@code published} is the day on which the article was
 * listed; it is empty while the article waits for that, and no rendering that is made before may depend on it.
 */
public record ArticleRecord(ArticleUnderProduction article, Place place, Optional<LocalDate> published) {

    public String manuscript() {
        return article.manuscript();
    }

    public JournalIdentity journal() {
        return article.journal();
    }

    public String title() {
        return article.title();
    }

    /** Plain text; a blank line separates paragraphs. */
    public String abstractText() {
        return article.abstractText();
    }

    public List<String> keywords() {
        return article.keywords();
    }

    public Locale language() {
        return article.language();
    }

    /** In the order of the by-line; exactly one is corresponding. */
    public List<Contributor> contributors() {
        return article.contributors();
    }

    public Contributor corresponding() {
        return article.corresponding();
    }

    public String section() {
        return article.section();
    }

    public String articleType() {
        return article.articleType();
    }

    public History history() {
        return article.history();
    }

    public Optional<Licence> licence() {
        return article.licence();
    }

    public Optional<String> banner() {
        return article.banner();
    }

    public StructuredText text() {
        return article.text();
    }

    public IssueDesignation issue() {
        return place.issue();
    }

    public ArticleNumber number() {
        return place.number();
    }

    public PageRange pages() {
        return place.pages();
    }

    public Doi doi() {
        return place.doi();
    }

    public Doi issueDoi() {
        return place.issueDoi();
    }

    public Doi volumeDoi() {
        return place.volumeDoi();
    }

    public Doi journalDoi() {
        return article.journal().doi();
    }

    public URI landingPage() {
        return place.landingPage();
    }

    public URI pdf() {
        return place.pdf();
    }
}
