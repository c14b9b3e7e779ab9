package org.imprimatur.publication.issue;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.bibliographic.PageRange;

/** Keeps a change of an issue and says what is different for its articles. */
final class ArrangingIssues {
    private final Issues issues;
    private final IssueFacts facts;

    ArrangingIssues(Issues issues, IssueFacts facts) {
        this.issues = issues;
        this.facts = facts;
    }

    /** The issue that holds the manuscript, locked; it may have changed while we waited for the lock. */
    Optional<Issue> lockHolding(String manuscript) {
        return issues.holding(manuscript)
                .flatMap(issue -> issues.lock(issue.id()))
                .filter(issue -> issue.slot(manuscript).isPresent());
    }

    Outcome<Issue> lockForProduction(UUID id, Actor actor) {
        Optional<Issue> issue = issues.lock(id);
        if (issue.isEmpty()) {
            return Outcome.unknown("There is no such issue.");
        }
        return OpeningIssues.may(actor, issue.get().journal())
                ? Outcome.done(issue.get())
                : Outcome.forbidden("Only the journal's production can change an issue.");
    }

    /** Says the new pages of every article whose pages are not what they were. */
    void keep(Issue before, Issue after, Actor by) {
        if (after.equals(before)) {
            return;
        }
        issues.save(after);
        Map<String, PageRange> were = before.pages();
        after.pages().forEach((manuscript, range) -> {
            if (!range.equals(were.get(manuscript))) {
                facts.pagesAllocated(after, manuscript, range, by);
            }
        });
    }
}
