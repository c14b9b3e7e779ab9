package org.imprimatur.publication.article;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.bibliographic.PageRange;

/**
 * Where an article stands: its issue, number, pages, DOIs and addresses.
 *
 * @param landingPage the article's own page on the public site, to which its DOI leads; absolute
 * @param pdf its PDF there; absolute
 */
public record Place(
        IssueDesignation issue,
        Doi volumeDoi,
        Doi issueDoi,
        ArticleNumber number,
        PageRange pages,
        Doi doi,
        URI landingPage,
        URI pdf) {
    public Place {
        if (!landingPage.isAbsolute() || !pdf.isAbsolute()) {
            throw new IllegalArgumentException("An article's addresses are absolute: " + landingPage + ", " + pdf);
        }
    }

    /** The place, or all that it lacks. */
    public static Completion<Place> from(
            Optional<IssueDesignation> issue,
            Optional<Doi> volumeDoi,
            Optional<Doi> issueDoi,
            Optional<ArticleNumber> number,
            Optional<PageRange> pages,
            Optional<Doi> doi,
            Optional<URI> landingPage,
            Optional<URI> pdf) {
        List<Missing> missing = new ArrayList<>();
        require(missing, issue, "issue", "Schedule the article in an issue.");
        require(missing, volumeDoi, "volume DOI", "Give the journal a DOI pattern for volumes.");
        require(missing, issueDoi, "issue DOI", "Give the journal a DOI pattern for issues.");
        require(missing, number, "article number", "Schedule the article in an issue.");
        require(missing, pages, "pages", "Allocate pages to the article.");
        require(missing, doi, "DOI", "Give the journal a DOI pattern for articles.");
        require(missing, landingPage, "landing page", "Say where the public site is.");
        require(missing, pdf, "PDF", "Set the final galley.");
        return missing.isEmpty()
                ? Completion.complete(new Place(
                        issue.orElseThrow(),
                        volumeDoi.orElseThrow(),
                        issueDoi.orElseThrow(),
                        number.orElseThrow(),
                        pages.orElseThrow(),
                        doi.orElseThrow(),
                        landingPage.orElseThrow(),
                        pdf.orElseThrow()))
                : Completion.incomplete(missing);
    }

    private static void require(List<Missing> missing, Optional<?> part, String field, String remedy) {
        if (part.isEmpty()) {
            missing.add(new Missing(field, remedy));
        }
    }
}
