package org.imprimatur.publication.issue;

import java.util.Optional;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.bibliographic.PageRange;

/** Gives scheduled articles their pages, and takes them back. */
public final class AllocatingPages {
    private final IssueFacts facts;
    private final ArrangingIssues arranging;

    public AllocatingPages(Issues issues, IssueFacts facts) {
        this.facts = facts;
        this.arranging = new ArrangingIssues(issues, facts);
    }

    /** Answers the process; an article that has pages is told them again. */
    public void allocate(String manuscript, Actor actor) {
        Optional<Issue> holding = arranging.lockHolding(manuscript);
        if (holding.isEmpty()) {
            facts.pagesNotAllocated(manuscript, "It has no place in an issue.", actor);
            return;
        }
        Issue issue = holding.get();
        Optional<PageRange> has = issue.pages(manuscript);
        if (has.isPresent()) {
            facts.pagesAllocated(issue, manuscript, has.get(), actor);
        } else if (issue.isOpen()) {
            arranging.keep(issue, issue.with(manuscript, slot -> slot.paged(true)), actor);
        } else {
            facts.pagesNotAllocated(manuscript, "Its issue is closed.", actor);
        }
    }

    /** After the issue's closing pages are kept; the answer says that none were taken back. */
    public void release(String manuscript, Actor actor) {
        Optional<Issue> holding = arranging.lockHolding(manuscript).filter(Issue::isOpen);
        boolean was = holding.flatMap(issue -> issue.pages(manuscript)).isPresent();
        holding.ifPresent(issue -> arranging.keep(issue, issue.with(manuscript, slot -> slot.paged(false)), actor));
        facts.pagesReleased(manuscript, was, actor);
    }
}
