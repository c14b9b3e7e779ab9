package org.imprimatur.publication.issue;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.acting.Outcome;
import org.imprimatur.publication.production.Galley;
import org.imprimatur.publication.production.Galleys;

/**
 * Gives articles their place in an issue: in the one that the production editor chose, or else in the journal's open
 * issue that was opened first.
 */
public final class SchedulingArticles {
    private final Issues issues;
    private final Galleys galleys;
    private final IssueFacts facts;
    private final ArrangingIssues arranging;

    public SchedulingArticles(Issues issues, Galleys galleys, IssueFacts facts) {
        this.issues = issues;
        this.galleys = galleys;
        this.facts = facts;
        this.arranging = new ArrangingIssues(issues, facts);
    }

    /** Answers the process; an article that has its place is told it again. */
    public void schedule(String manuscript, Actor actor) {
        Optional<Issue> holding = arranging.lockHolding(manuscript);
        if (holding.isPresent()) {
            tellPlace(holding.get(), manuscript, actor);
            return;
        }
        Optional<Galley> galley = galleys.approved(manuscript);
        if (galley.isEmpty()) {
            facts.notScheduled(manuscript, "Its author hasn't approved a proof.", actor);
            return;
        }
        String journal = galley.get().order().journal();
        Optional<Issue> issue = openIssue(manuscript, journal);
        if (issue.isEmpty()) {
            facts.notScheduled(manuscript, "The journal has no open issue. Open one on the issues page.", actor);
            return;
        }
        // somebody else may have placed it while we waited for the issue
        Optional<Issue> meanwhile = arranging.lockHolding(manuscript);
        if (meanwhile.isPresent()) {
            tellPlace(meanwhile.get(), manuscript, actor);
        } else {
            place(issue.get(), galley.get(), actor);
        }
    }

    private Optional<Issue> openIssue(String manuscript, String journal) {
        Optional<Issue> chosen =
                issues.chosenFor(manuscript).flatMap(issues::lock).filter(Issue::isOpen);
        return chosen.isPresent()
                ? chosen
                : issues.of(journal).stream()
                        .filter(Issue::isOpen)
                        .sorted(Comparator.comparing(Issue::openedAt))
                        .flatMap(issue -> issues.lock(issue.id()).stream())
                        .filter(Issue::isOpen)
                        .findFirst();
    }

    private void place(Issue before, Galley galley, Actor actor) {
        String manuscript = galley.order().manuscript();
        Issue after = before.scheduled(manuscript, galley.sheet().orElseThrow().pages());
        arranging.keep(before, after, actor);
        tellPlace(after, manuscript, actor);
    }

    private void tellPlace(Issue issue, String manuscript, Actor actor) {
        facts.scheduled(issue, issue.slot(manuscript).orElseThrow(), issue.position(manuscript), actor);
    }

    /**
     * The production editor's choice of an issue for an article. One that has a place in another open issue moves over
     * with a new number; one that the process hasn't asked a place for yet will get it there.
     */
    public Outcome<Issue> choose(UUID issueId, String manuscript, Actor actor) {
        Optional<Galley> galley = galleys.newest(manuscript);
        Optional<Issue> from = issues.holding(manuscript);
        // two issues are always locked in the order of their ids, so that two editors can't block each other
        from.filter(issue -> issue.id().compareTo(issueId) < 0).ifPresent(issue -> issues.lock(issue.id()));
        return arranging.lockForProduction(issueId, actor).then(to -> {
            if (galley.filter(one -> one.order().journal().equals(to.journal())).isEmpty()) {
                return Outcome.unknown("The journal has no such article in production.");
            }
            if (!to.isOpen()) {
                return Outcome.conflict("The issue is closed and takes no more articles.");
            }
            Optional<Issue> holding = arranging.lockHolding(manuscript);
            if (holding.filter(one -> one.id().equals(issueId)).isPresent()) {
                return Outcome.done(to);
            }
            if (holding.filter(one -> !one.isOpen()).isPresent()) {
                return Outcome.conflict("The article stands in an issue that is closed already.");
            }
            issues.choose(manuscript, issueId);
            return Outcome.done(
                    holding.map(one -> moveOver(one, to, manuscript, actor)).orElse(to));
        });
    }

    private Issue moveOver(Issue from, Issue to, String manuscript, Actor actor) {
        Slot slot = from.slot(manuscript).orElseThrow();
        arranging.keep(from, from.without(manuscript), actor);
        Issue placed = to.scheduled(manuscript, slot.pageCount());
        arranging.keep(to, placed.with(manuscript, one -> one.paged(slot.paged())), actor);
        tellPlace(placed, manuscript, actor);
        return placed;
    }
}
