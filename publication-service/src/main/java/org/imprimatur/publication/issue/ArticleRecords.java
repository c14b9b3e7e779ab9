package org.imprimatur.publication.issue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.imprimatur.publication.article.Addresses;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.ArticleUnderProduction;
import org.imprimatur.publication.article.Completion;
import org.imprimatur.publication.article.IssueRecord;
import org.imprimatur.publication.article.Missing;
import org.imprimatur.publication.article.Place;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.Galleys;
import org.imprimatur.publication.production.ReadingArticles;

/** Puts articles and issues together as complete records, from which everything is rendered. */
public final class ArticleRecords {
    private final Issues issues;
    private final Journals journals;
    private final Galleys galleys;
    private final ReadingArticles articles;
    private final Addresses addresses;

    public ArticleRecords(
            Issues issues, Journals journals, Galleys galleys, ReadingArticles articles, Addresses addresses) {
        this.issues = issues;
        this.journals = journals;
        this.galleys = galleys;
        this.articles = articles;
        this.addresses = addresses;
    }

    /** The record of an article whose issue is closed or later; empty before. */
    public Optional<ArticleRecord> settled(String manuscript) {
        return issues.holding(manuscript).flatMap(issue -> settled(issue, manuscript));
    }

    /** The same for an issue that is at hand. */
    public Optional<ArticleRecord> settled(Issue issue, String manuscript) {
        return issue.slot(manuscript).flatMap(Slot::fixed).map(fixed -> {
            Journal journal = journals.find(
                            issue.journal(), issue.journalVersion().orElseThrow())
                    .orElseThrow();
            Completion<ArticleRecord> record = record(issue, manuscript, journal, fixed.doi());
            if (record instanceof Completion.Incomplete<ArticleRecord> incomplete) {
                throw new IllegalStateException(manuscript + " is settled but not complete: " + incomplete.missing());
            }
            return ((Completion.Complete<ArticleRecord>) record).value();
        });
    }

    /** The record that an article would have if its issue were closed now. */
    Completion<ArticleRecord> record(Issue issue, String manuscript, Journal journal, Doi doi) {
        Optional<Galley> galley = galleys.approved(manuscript);
        if (galley.isEmpty()) {
            return Completion.incomplete(List.of(new Missing("proof", "Let the author approve a proof.")));
        }
        Completion<ArticleUnderProduction> article =
                articles.article(galley.get().order(), journal);
        if (article instanceof Completion.Incomplete<ArticleUnderProduction> incomplete) {
            return Completion.incomplete(incomplete.missing());
        }
        Slot slot = issue.slot(manuscript).orElseThrow();
        Completion<Place> place = Place.from(
                Optional.of(issue.designation()),
                journal.volumeDoi(issue.designation()).found(),
                journal.issueDoi(issue.designation()).found(),
                Optional.of(slot.number()),
                issue.pages(manuscript),
                Optional.of(doi),
                Optional.of(addresses.article(issue.journal(), issue.designation(), slot.number())),
                Optional.of(addresses.pdf(issue.journal(), issue.designation(), slot.number())));
        return place instanceof Completion.Incomplete<Place> incomplete
                ? Completion.incomplete(incomplete.missing())
                : Completion.complete(new ArticleRecord(
                        ((Completion.Complete<ArticleUnderProduction>) article).value(),
                        ((Completion.Complete<Place>) place).value(),
                        issue.publishedAt().map(at -> at.atZone(ZoneOffset.UTC).toLocalDate())));
    }

    /** The record of an issue that is closed or later. */
    public IssueRecord of(Issue issue) {
        Journal journal = journals.find(issue.journal(), issue.journalVersion().orElseThrow())
                .orElseThrow();
        return new IssueRecord(
                journal.identity(),
                issue.designation(),
                journal.volumeDoi(issue.designation()).orThrow(),
                journal.issueDoi(issue.designation()).orThrow(),
                addresses.journal(issue.journal()),
                addresses.volume(issue.journal(), issue.designation()),
                addresses.issue(issue.journal(), issue.designation()));
    }
}
