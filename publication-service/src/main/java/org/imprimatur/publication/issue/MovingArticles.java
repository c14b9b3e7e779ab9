package org.imprimatur.publication.issue;

import java.util.UUID;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;

/** Changes the order of an open issue; article numbers and DOIs stay as they are, pages follow. */
public final class MovingArticles {
    private final ArrangingIssues arranging;

    public MovingArticles(Issues issues, IssueFacts facts) {
        this.arranging = new ArrangingIssues(issues, facts);
    }

    /** @param by so many places down, up where negative; past either end stops there */
    public Outcome<Issue> move(UUID issueId, String manuscript, int by, Actor actor) {
        return arranging.lockForProduction(issueId, actor).then(issue -> {
            if (issue.slot(manuscript).isEmpty()) {
                return Outcome.unknown("The issue doesn't hold this article any more.");
            }
            if (!issue.isOpen()) {
                return Outcome.conflict("The issue is closed: its order and pages are settled.");
            }
            Issue moved = issue.moved(manuscript, Math.max(1, issue.position(manuscript) + by));
            arranging.keep(issue, moved, actor);
            return Outcome.done(moved);
        });
    }
}
