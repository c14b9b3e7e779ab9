package org.imprimatur.publication.issue;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Actor.Role;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.bibliographic.IssueDesignation;
import org.imprimatur.publication.journal.Journal;
import org.imprimatur.publication.journal.Journals;
import org.imprimatur.publication.journal.PageStart;

/** Opens issues, and proposes which one comes next. */
public final class OpeningIssues {
    private final Issues issues;
    private final Journals journals;

    public OpeningIssues(Issues issues, Journals journals) {
        this.issues = issues;
        this.journals = journals;
    }

    public static boolean may(Actor actor, String journal) {
        return actor.holds(journal, Role.PRODUCTION_EDITOR, Role.MANAGING_EDITOR, Role.ADMINISTRATOR);
    }

    /** The issue after the last one: of the same volume, or the first of the next when the year is another. */
    public IssueDesignation next(Journal journal, int year) {
        Optional<IssueDesignation> last = issues.of(journal.key()).stream()
                .map(Issue::designation)
                .max(Comparator.comparingInt(IssueDesignation::volume).thenComparingInt(IssueDesignation::issue));
        int volume =
                last.map(d -> d.year() < year ? d.volume() + 1 : d.volume()).orElse(1);
        int issue = last.filter(d -> d.year() >= year).map(d -> d.issue() + 1).orElse(1);
        return new IssueDesignation(
                volume,
                journal.volumeStyle().label(volume),
                issue,
                journal.issueStyle().label(issue),
                Optional.empty(),
                Optional.empty(),
                last.map(d -> Math.max(d.year(), year)).orElse(year));
    }

    /** The page on which an issue would begin by the journal's rule. */
    public int firstPage(Journal journal, IssueDesignation designation) {
        if (journal.pageStart() == PageStart.EACH_ISSUE) {
            return 1;
        }
        return issues.of(journal.key()).stream()
                .filter(issue -> issue.designation().volume() == designation.volume()
                        && issue.designation().issue() < designation.issue())
                .mapToInt(Issue::nextPage)
                .max()
                .orElse(1);
    }

    /** @param firstPage empty for the journal's rule */
    public Outcome<Issue> open(
            UUID id,
            String journalKey,
            IssueDesignation designation,
            Optional<Integer> firstPage,
            Actor actor,
            Instant at) {
        Optional<Journal> journal = journals.find(journalKey);
        if (journal.isEmpty()) {
            return Outcome.unknown("There is no such journal.");
        }
        if (!may(actor, journalKey)) {
            return Outcome.forbidden("Only the journal's production can open an issue.");
        }
        boolean goesOn = journal.get().pageStart() == PageStart.EACH_VOLUME && firstPage.isEmpty();
        List<Issue> unsettled = issues.of(journalKey).stream()
                .filter(issue -> issue.isOpen()
                        && issue.designation().volume() == designation.volume()
                        && issue.designation().issue() < designation.issue())
                .toList();
        if (goesOn && !unsettled.isEmpty()) {
            return Outcome.conflict("Pages go on through the volume, and issue "
                    + unsettled.get(0).designation().shortForm()
                    + " is still open. Close it first, or give a first page.");
        }
        Issue issue = Issue.opened(
                id, journalKey, designation, firstPage.orElseGet(() -> firstPage(journal.get(), designation)), at);
        return issues.add(issue)
                ? Outcome.done(issue)
                : Outcome.conflict("The journal has an issue " + designation.shortForm() + " already.");
    }
}
