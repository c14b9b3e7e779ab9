package org.imprimatur.publication.issue;

import java.util.Optional;
import org.imprimatur.publication.acting.Actor;

/**
 * Takes articles out of their issue again. After the issue's closing they keep number and pages and are marked as
 * withdrawn. Nothing to undo is fine.
 */
public final class UnschedulingArticles {
    private final IssueFacts facts;
    private final ArrangingIssues arranging;

    public UnschedulingArticles(Issues issues, IssueFacts facts) {
        this.facts = facts;
        this.arranging = new ArrangingIssues(issues, facts);
    }

    /** @return the issue in which the article is marked as withdrawn now, for {@link PublishingIssues#advance} */
    public Optional<Issue> unschedule(String manuscript, Actor actor) {
        Optional<Issue> holding = arranging.lockHolding(manuscript);
        boolean open = holding.filter(Issue::isOpen).isPresent();
        holding.ifPresent(issue -> arranging.keep(
                issue, issue.isOpen() ? issue.without(manuscript) : issue.with(manuscript, Slot::withdrawnNow), actor));
        facts.unscheduled(manuscript, open, actor);
        return holding.filter(issue -> !issue.isOpen());
    }
}
