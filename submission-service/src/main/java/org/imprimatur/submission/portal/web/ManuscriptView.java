package org.imprimatur.submission.portal.web;

import java.time.Instant;
import java.util.List;
import org.imprimatur.submission.manuscript.Manuscript;
import org.imprimatur.web.Step;
import org.imprimatur.web.words.Clocked;

/** A manuscript as its author reads it. */
public record ManuscriptView(
        String id,
        String number,
        String title,
        String journal,
        Manuscript.Stage stage,
        List<Step> steps,
        String next,
        List<Task> tasks,
        int letters,
        int versions,
        String doi,
        Instant publishedAt,
        boolean canBeWithdrawn) {

    /** The same for a contributor, who can only read it. */
    ManuscriptView forContributor() {
        return new ManuscriptView(
                id, number, title, journal, stage, steps, next, List.of(), letters, versions, doi, publishedAt, false);
    }

    public boolean published() {
        return stage == Manuscript.Stage.PUBLISHED;
    }

    public boolean ended() {
        return stage == Manuscript.Stage.WITHDRAWN || stage == Manuscript.Stage.REJECTED;
    }

    public boolean underWay() {
        return !published() && !ended() && stage != Manuscript.Stage.DRAFT;
    }

    /**
     * Something that only the author can do.
     *
     * @param tone of the lozenge
     * @param until when it is due, or null
     * @param saved when it was last changed, of a draft; else null
     */
    public record Task(
            String what,
            String tone,
            String title,
            String why,
            Instant until,
            Instant saved,
            Clocked clock,
            String href,
            String act,
            String discard) {}
}
