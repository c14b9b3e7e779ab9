package org.imprimatur.publication.issue.messaging;

import java.time.Instant;
import org.imprimatur.contracts.publication.ArticleNotPublished;
import org.imprimatur.contracts.publication.ArticleNotScheduled;
import org.imprimatur.contracts.publication.ArticlePublished;
import org.imprimatur.contracts.publication.ArticleScheduled;
import org.imprimatur.contracts.publication.ArticleUnscheduled;
import org.imprimatur.contracts.publication.IssueClosed;
import org.imprimatur.contracts.publication.IssuePublished;
import org.imprimatur.contracts.publication.PagesAllocated;
import org.imprimatur.contracts.publication.PagesFixed;
import org.imprimatur.contracts.publication.PagesNotAllocated;
import org.imprimatur.contracts.publication.PagesReleased;
import org.imprimatur.messaging.outbox.Outbox;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.PageRange;
import org.imprimatur.publication.issue.Issue;
import org.imprimatur.publication.issue.IssueFacts;
import org.imprimatur.publication.issue.Slot;
import org.springframework.stereotype.Component;

@Component
class IssueNews implements IssueFacts {
    private final Outbox outbox;

    IssueNews(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void scheduled(Issue issue, Slot slot, int position, Actor by) {
        outbox.say(
                new ArticleScheduled(
                        slot.manuscript(), issue.id().toString(), slot.number().value(), position),
                by.id());
    }

    @Override
    public void notScheduled(String manuscript, String reason, Actor by) {
        outbox.say(new ArticleNotScheduled(manuscript, reason), by.id());
    }

    @Override
    public void unscheduled(String manuscript, boolean was, Actor by) {
        outbox.say(new ArticleUnscheduled(manuscript, was), by.id());
    }

    @Override
    public void pagesAllocated(Issue issue, String manuscript, PageRange pages, Actor by) {
        outbox.say(new PagesAllocated(manuscript, issue.id().toString(), pages.first(), pages.last()), by.id());
    }

    @Override
    public void pagesNotAllocated(String manuscript, String reason, Actor by) {
        outbox.say(new PagesNotAllocated(manuscript, reason), by.id());
    }

    @Override
    public void pagesReleased(String manuscript, boolean was, Actor by) {
        outbox.say(new PagesReleased(manuscript, was), by.id());
    }

    @Override
    public void closed(Issue issue, Actor by) {
        outbox.say(
                new IssueClosed(
                        issue.id().toString(), issue.journal(), issue.slots().size()),
                by.id());
    }

    @Override
    public void pagesFixed(Issue issue, Slot slot, PageRange pages, Actor by) {
        outbox.say(
                new PagesFixed(
                        slot.manuscript(),
                        issue.id().toString(),
                        slot.number().value(),
                        pages.first(),
                        pages.last(),
                        slot.fixed().orElseThrow().doi().value()),
                by.id());
    }

    @Override
    public void articlePublished(String manuscript, Doi doi, Instant at, Actor by) {
        outbox.say(new ArticlePublished(manuscript, doi.value(), at), by.id());
    }

    @Override
    public void articleNotPublished(String manuscript, String reason, Actor by) {
        outbox.say(new ArticleNotPublished(manuscript, reason), by.id());
    }

    @Override
    public void published(Issue issue, Actor by) {
        outbox.say(
                new IssuePublished(
                        issue.id().toString(),
                        issue.journal(),
                        issue.slots().stream()
                                .filter(slot -> !slot.withdrawn())
                                .map(Slot::manuscript)
                                .toList()),
                by.id());
    }
}
