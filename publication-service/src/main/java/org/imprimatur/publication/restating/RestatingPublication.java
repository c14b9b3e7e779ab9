package org.imprimatur.publication.restating;

import java.util.List;
import java.util.function.Predicate;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.doi.AssignedDoi;
import org.imprimatur.publication.doi.DoiFacts;
import org.imprimatur.publication.doi.Dois;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.IssueFacts;
import org.imprimatur.publication.issue.Issues;
import org.imprimatur.publication.issue.Slot;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.JournalFacts;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.production.Galleys;
import org.imprimatur.publication.production.ProofFacts;

/**
 * Says the present state again: journals, each manuscript's newest proof and how its author answered, places, pages, DOIs
 * that are registered, what is published. Nobody is written to.
 */
public final class RestatingPublication {
    private static final String ALL = "*";
    private static final Actor PROCESS = new Actor.Process();

    private final Journals journals;
    private final Galleys galleys;
    private final Issues issues;
    private final Dois dois;
    private final JournalFacts journalFacts;
    private final ProofFacts proofFacts;
    private final IssueFacts issueFacts;
    private final DoiFacts doiFacts;

    public RestatingPublication(
            Journals journals,
            Galleys galleys,
            Issues issues,
            Dois dois,
            JournalFacts journalFacts,
            ProofFacts proofFacts,
            IssueFacts issueFacts,
            DoiFacts doiFacts) {
        this.journals = journals;
        this.galleys = galleys;
        this.issues = issues;
        this.dois = dois;
        this.journalFacts = journalFacts;
        this.proofFacts = proofFacts;
        this.issueFacts = issueFacts;
        this.doiFacts = doiFacts;
    }

    /** @param subject a journal's key for all that is its, an issue's or a manuscript's id, or "*" */
    public void restate(String subject) {
        for (Journal journal : journals.all()) {
            boolean whole = subject.equals(ALL) || subject.equals(journal.key());
            Predicate<String> asked = id -> whole || id.equals(subject);
            if (whole) {
                journalFacts.configured(journal, PROCESS);
            }
            galleys.newestOf(journal.key()).stream()
                    .filter(galley -> asked.test(galley.order().manuscript()))
                    .forEach(proofFacts::again);
            issues.of(journal.key()).forEach(issue -> restate(issue, asked));
        }
    }

    private void restate(Issue issue, Predicate<String> asked) {
        List<Slot> slots = issue.slots().stream()
                .filter(slot -> asked.test(slot.manuscript()))
                .toList();
        slots.forEach(slot -> issueFacts.scheduled(issue, slot, issue.position(slot.manuscript()), PROCESS));
        slots.forEach(slot -> issue.pages(slot.manuscript())
                .ifPresent(pages -> issueFacts.pagesAllocated(issue, slot.manuscript(), pages, PROCESS)));
        if (!issue.isOpen() && asked.test(issue.id().toString())) {
            issueFacts.closed(issue, PROCESS);
        }
        for (Slot slot : slots) {
            String manuscript = slot.manuscript();
            slot.fixed().ifPresent(fixed -> {
                issueFacts.pagesFixed(issue, slot, issue.pages(manuscript).orElseThrow(), PROCESS);
                dois.find(fixed.doi())
                        .filter(AssignedDoi::registered)
                        .ifPresent(doi -> doiFacts.registered(manuscript, doi.doi()));
                if (!slot.withdrawn()) {
                    issue.publishedAt()
                            .ifPresent(at -> issueFacts.articlePublished(manuscript, fixed.doi(), at, PROCESS));
                }
            });
        }
        if (issue.isListed() && asked.test(issue.id().toString())) {
            issueFacts.published(issue, PROCESS);
        }
    }
}
