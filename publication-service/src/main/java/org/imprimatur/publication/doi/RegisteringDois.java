package org.imprimatur.publication.doi;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.article.ArticleRecord;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.DoiLevel;
import org.imprimatur.publication.issue.ArticleRecords;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.Issues;
import org.imprimatur.publication.issue.OpeningIssues;

/** Registers DOIs at the process's word, and again at a person's. */
public final class RegisteringDois {
    private final DoiRegistry registry;
    private final Deposits deposits;
    private final ArticleRecords records;
    private final Issues issues;
    private final DoiFacts facts;

    public RegisteringDois(
            DoiRegistry registry, Deposits deposits, ArticleRecords records, Issues issues, DoiFacts facts) {
        this.registry = registry;
        this.deposits = deposits;
        this.records = records;
        this.issues = issues;
        this.facts = facts;
    }

    /** Answers the process when the agency has; a registered DOI is told again at once. */
    public void register(String manuscript) {
        Optional<ArticleRecord> record = records.settled(manuscript);
        if (record.isEmpty()) {
            facts.refused(manuscript, "", "The article has no DOI yet: its issue is not closed.");
            return;
        }
        Doi doi = record.get().doi();
        if (registry.confirmed(doi)) {
            facts.registered(manuscript, doi);
        } else {
            registry.register(record.get());
        }
    }

    /**
     * Tries the deposits of an issue again that were refused or given up: its own, its volume's and its journal's; and
     * deposits anew whatever the agency holds otherwise than we do, its articles included.
     */
    public Outcome<Issue> again(UUID issueId, Actor actor) {
        Optional<Issue> issue = issues.find(issueId);
        if (issue.isEmpty()) {
            return Outcome.unknown("There is no such issue.");
        }
        if (!OpeningIssues.may(actor, issue.get().journal())) {
            return Outcome.forbidden("Only the journal's production can deposit DOIs.");
        }
        if (issue.get().isOpen()) {
            return Outcome.conflict("The issue is open: its DOIs are deposited when it is closed.");
        }
        registry.register(issue.get());
        registry.amend(issue.get());
        return Outcome.done(issue.get());
    }

    /** All deposits of a DOI, oldest first. */
    public List<Deposit> deposits(Doi doi) {
        return deposits.of(doi);
    }

    static boolean isArticle(Deposit deposit) {
        return deposit.level() == DoiLevel.ARTICLE;
    }
}
