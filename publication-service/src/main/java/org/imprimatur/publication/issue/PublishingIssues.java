package org.imprimatur.publication.issue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.acting.Actor;

/** Publishes issues: as soon as everything of one is registered and the process has asked for each of its articles. */
public final class PublishingIssues {
    private final Issues issues;
    private final Registrations registrations;
    private final IssueFacts facts;
    private final ArrangingIssues arranging;

    public PublishingIssues(Issues issues, Registrations registrations, IssueFacts facts) {
        this.issues = issues;
        this.registrations = registrations;
        this.facts = facts;
        this.arranging = new ArrangingIssues(issues, facts);
    }

    /** Answers the process now or as soon as the issue may come out; a published article is told so again. */
    public void publish(String manuscript, Actor actor, Instant at) {
        Optional<Issue> holding = arranging.lockHolding(manuscript);
        if (holding.isEmpty() || holding.get().isOpen()) {
            facts.articleNotPublished(manuscript, "Its issue is not closed.", actor);
            return;
        }
        Issue issue = holding.get();
        Slot slot = issue.slot(manuscript).orElseThrow();
        if (slot.withdrawn()) {
            facts.articleNotPublished(manuscript, "It was withdrawn.", actor);
        } else if (issue.isListed()) {
            facts.articlePublished(
                    manuscript,
                    slot.fixed().orElseThrow().doi(),
                    issue.publishedAt().orElseThrow(),
                    actor);
        } else {
            Issue released = issue.with(manuscript, Slot::releasedNow);
            arranging.keep(issue, released, actor);
            advance(issue.id(), actor, at);
        }
    }

    /** Moves a closed issue on as far as it may go; nothing to do is fine. */
    public void advance(UUID issueId, Actor actor, Instant at) {
        Issue issue = issues.lock(issueId).orElseThrow();
        if (issue.state() == Issue.State.CLOSED && isRegistered(issue)) {
            Issue registered = issue.registered();
            issues.save(registered);
            issue = registered;
        }
        if (issue.state() == Issue.State.REGISTERED
                && issue.slots().stream().allMatch(slot -> slot.released() || slot.withdrawn())) {
            Issue published = issue.published(at);
            issues.save(published);
            published.slots().stream()
                    .filter(slot -> !slot.withdrawn())
                    .forEach(slot -> facts.articlePublished(
                            slot.manuscript(), slot.fixed().orElseThrow().doi(), at, actor));
            facts.published(published, actor);
        }
    }

    private boolean isRegistered(Issue issue) {
        return registrations.confirmed(issue)
                && issue.slots().stream()
                        .allMatch(slot -> slot.withdrawn()
                                || registrations.confirmed(
                                        slot.fixed().orElseThrow().doi()));
    }
}
