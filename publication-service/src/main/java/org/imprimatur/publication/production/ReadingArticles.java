package org.imprimatur.publication.production;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.article.Completion;
import org.imprimatur.publication.article.History;
import org.imprimatur.publication.article.Missing;
import org.imprimatur.publication.bibliographic.ArticleNumber;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.JournalSection;

/** Puts an article together from what the author handed in and the journal that takes it. */
public final class ReadingArticles {
    private final Manuscripts manuscripts;
    private final Optional<String> banner;

    /** @param banner a warning that every article bears here, for example that all is a demonstration */
    public ReadingArticles(Manuscripts manuscripts, Optional<String> banner) {
        this.manuscripts = manuscripts;
        this.banner = banner;
    }

    /** @throws RuntimeException when the manuscript can't be had now: try again later */
    public Completion<ArticleUnderProduction> article(GalleyOrder order, Journal journal) {
        Manuscripts.Source source = manuscripts.read(order);
        return source instanceof Manuscripts.Readable readable
                ? article(order, journal, readable)
                : Completion.incomplete(List.of(new Missing("manuscript", ((Manuscripts.Unreadable) source).reason())));
    }

    Completion<ArticleUnderProduction> article(GalleyOrder order, Journal journal, Manuscripts.Readable readable) {
        return ArticleUnderProduction.from(
                order.manuscript(),
                order.number(),
                journal.identity(),
                readable.title(),
                readable.abstractText(),
                readable.keywords(),
                readable.language(),
                readable.contributors(),
                journal.section(order.section()).map(JournalSection::title).orElse(""),
                order.articleType(),
                new History(
                        day(order.submittedAt()), order.revisedAt().map(ReadingArticles::day), day(order.acceptedAt())),
                placeholder(journal, day(order.acceptedAt()).getYear()),
                journal.licence(),
                banner,
                readable.text());
    }

    /** About as long as the DOI will be. */
    private static String placeholder(Journal journal, int year) {
        IssueDesignation sample = new IssueDesignation(
                8,
                journal.volumeStyle().label(8),
                3,
                journal.issueStyle().label(3),
                Optional.empty(),
                Optional.empty(),
                year);
        return journal.articleDoi(sample, new ArticleNumber(88)).map(Doi::value).orThrow();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
