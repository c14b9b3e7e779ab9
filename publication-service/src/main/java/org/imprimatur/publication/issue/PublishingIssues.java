package org.imprimatur.publication.issue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.publication.acting.Actor;

/**
 * Publishes issues: as soon as everything of one is registered, the process has asked for each of its articles, and the
 * renderings of each were read back and agree with its record.
 */
public final class PublishingIssues {
    private final Issues issues;
    private final Registrations registrations;
    private final Verdicts verdicts;
    private final VerificationPlan plan;
    private final IssueFacts facts;
    private final ArrangingIssues arranging;

    public PublishingIssues(
            Issues issues, Registrations registrations, Verdicts verdicts, VerificationPlan plan, IssueFacts facts) {
        this.issues = issues;
        this.registrations = registrations;
        this.verdicts = verdicts;
        this.plan = plan;
        this.facts = facts;
        this.arranging = new ArrangingIssues(issues, facts);
    }

    /**
     * Answers the process now or as soon as the issue may come out; a published article is told so again. One whose
     * renderings weren't found in agreement yet is to be checked first.
     */
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
        } else if (slot.released()
                || verdicts.of(manuscript)
                        .filter(verdict -> verdict.clears(slot))
                        .isPresent()) {
            arranging.keep(issue, issue.with(manuscript, Slot::releasedNow), actor);
            advance(issue.id(), actor, at);
        } else {
            plan.plan(manuscript);
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
