package org.imprimatur.publication.doi;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.article.IssueRecord;
import org.imprimatur.publication.bibliographic.DoiLevel;
import org.imprimatur.publication.issue.ArticleRecords;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Issues;

/** Knows what a DOI of ours names, and where it leads. */
public final class Subjects {
    private final Issues issues;
    private final ArticleRecords records;

    public Subjects(Issues issues, ArticleRecords records) {
        this.issues = issues;
        this.records = records;
    }

    /** @param subject as in {@link AssignedDoi} */
    URI pageOf(DoiLevel level, String subject) {
        if (level == DoiLevel.ARTICLE) {
            return records.settled(subject).map(ArticleRecord::landingPage).orElseThrow();
        }
        IssueRecord issue = records.of(issuesOf(level, subject).get(0));
        return switch (level) {
            case JOURNAL -> issue.journalPage();
            case VOLUME -> issue.volumePage();
            default -> issue.issuePage();
        };
    }

    /** The closed issues that wait for this DOI. */
    List<Issue> issuesOf(DoiLevel level, String subject) {
        return switch (level) {
            case ARTICLE -> issues.holding(subject).stream().toList();
            case ISSUE -> issues.find(UUID.fromString(subject)).stream().toList();
            case VOLUME, JOURNAL ->
                issues.of(subject.split("/", 2)[0]).stream()
                        .filter(issue -> !issue.isOpen())
                        .filter(issue -> level == DoiLevel.JOURNAL
                                || subject.equals(issue.journal() + "/"
                                        + issue.designation().volume()))
                        .toList();
        };
    }
}
