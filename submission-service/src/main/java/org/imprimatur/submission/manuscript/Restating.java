package org.imprimatur.submission.manuscript;

import java.util.List;
import org.imprimatur.submission.acting.Actor;

/** Saying again how manuscripts stand, so that another service can build anew what it knew of them. */
public final class Restating {

    private static final String ALL = "*";
    private static final int AT_ONCE = 200;

    private final Manuscripts manuscripts;
    private final Announcements announcements;

    public Restating(Manuscripts manuscripts, Announcements announcements) {
        this.manuscripts = manuscripts;
        this.announcements = announcements;
    }

    /** @param subject a manuscript's id, or "*"; of what there isn't, nothing is said */
    public void restate(Actor.Journal journal, String subject) {
        if (!subject.equals(ALL)) {
            manuscripts.find(subject).ifPresent(found -> sayAgain(found, journal));
            return;
        }
        String last = "";
        for (List<Manuscript> some = manuscripts.handedInAfter(last, AT_ONCE);
                !some.isEmpty();
                some = manuscripts.handedInAfter(last, AT_ONCE)) {
            some.forEach(one -> sayAgain(one, journal));
            last = some.get(some.size() - 1).id();
        }
    }

    private void sayAgain(Manuscript manuscript, Actor.Journal journal) {
        for (Version version : manuscript.versions()) {
            announcements.tellAgain(
                    version.number() == 1
                            ? new Event.HandedIn(manuscript, version)
                            : new Event.Revised(manuscript, version),
                    journal);
        }
        if (manuscript.stage() == Manuscript.Stage.WITHDRAWN) {
            announcements.tellAgain(new Event.Withdrawn(manuscript), journal);
        }
    }
}
