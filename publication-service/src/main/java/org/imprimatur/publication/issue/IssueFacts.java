package org.imprimatur.publication.issue;

import java.time.Instant;
import org.imprimatur.publication.acting.Actor;
import org.imprimatur.publication.bibliographic.Doi;
import org.imprimatur.publication.bibliographic.PageRange;

/** Tells the process and the world about issues and what they hold. */
public interface IssueFacts {

    void scheduled(Issue issue, Slot slot, int position, Actor by);

    void notScheduled(String manuscript, String reason, Actor by);

    /** @param was whether it had a place */
    void unscheduled(String manuscript, boolean was, Actor by);

    void pagesAllocated(Issue issue, String manuscript, PageRange pages, Actor by);

    void pagesNotAllocated(String manuscript, String reason, Actor by);

    /** @param was whether it had pages */
    void pagesReleased(String manuscript, boolean was, Actor by);

    void closed(Issue issue, Actor by);

    void pagesFixed(Issue issue, Slot slot, PageRange pages, Actor by);

    void articlePublished(String manuscript, Doi doi, Instant at, Actor by);

    void articleNotPublished(String manuscript, String reason, Actor by);

    void published(Issue issue, Actor by);
}
