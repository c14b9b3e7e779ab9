package org.imprimatur.submission.manuscript;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.imprimatur.submission.acting.Actor;

/** Handing in a draft or a revision, and taking a manuscript back. Each call is one transaction of its caller. */
public final class HandingIn {

    private final Manuscripts manuscripts;
    private final JournalsKnown journals;
    private final Papers papers;
    private final Announcements announcements;

    public HandingIn(Manuscripts manuscripts, JournalsKnown journals, Papers papers, Announcements announcements) {
        this.manuscripts = manuscripts;
        this.journals = journals;
        this.papers = papers;
        this.announcements = announcements;
    }

    /**
     * Hands in what is open as the next version. A second click finds it handed in ({@link Outcome.Already}) as long as
     * the version it meant is the last one.
     *
     * @param meant the number of the version that the author looked at and meant
     * @param seen the revision that the author looked at: what changed since then isn't handed in unseen
     */
    public Outcome handIn(Actor.Person author, String id, int meant, long seen, Instant now) {
        Optional<Manuscript> found =
                manuscripts.find(id).filter(one -> one.owner().equals(author.account()));
        if (found.isEmpty()) {
            return new Outcome.NoSuch();
        }
        Manuscript manuscript = found.get();
        if (!manuscript.open()) {
            return handedInAlready(manuscript, meant);
        }
        if (manuscript.revision() != seen || manuscript.versions().size() + 1 != meant) {
            // the other click may have ended between the reading of the manuscript and that of its versions
            return changedOrHandedIn(manuscripts.find(id).orElse(manuscript), meant);
        }
        List<Problem> problems = HandingInRules.problems(manuscript);
        if (!problems.isEmpty()) {
            return new Outcome.Wrong(manuscript, problems);
        }
        boolean first = manuscript.versions().isEmpty();
        Version version = new Version(
                manuscript.versions().size() + 1,
                papers.keepMetadata(manuscript),
                manuscript.file().orElseThrow().proposing(Proposal.NONE),
                manuscript.attachments(),
                manuscript.response().isBlank()
                        ? Optional.empty()
                        : Optional.of(papers.keepResponse(manuscript.response())),
                now,
                author.account());
        Optional<Manuscript> handedIn = manuscripts.store(
                manuscript.handedIn(manuscript.number().orElseGet(() -> numbered(manuscript, now)), version));
        if (handedIn.isEmpty()) {
            return changedOrHandedIn(manuscripts.find(id).orElse(manuscript), meant);
        }
        announcements.tell(
                first ? new Event.HandedIn(handedIn.get(), version) : new Event.Revised(handedIn.get(), version),
                author);
        return new Outcome.Done(handedIn.get());
    }

    private static Outcome changedOrHandedIn(Manuscript now, int meant) {
        return now.open() ? new Outcome.ChangedMeanwhile(now) : handedInAlready(now, meant);
    }

    private static Outcome handedInAlready(Manuscript closed, int meant) {
        return closed.stage() == Manuscript.Stage.WITH_JOURNAL
                        && closed.versions().size() == meant
                ? new Outcome.Already(closed)
                : DraftingManuscripts.closed(closed);
    }

    /** Takes the manuscript back. Withdrawn already: nothing happens. */
    public Outcome withdraw(Actor.Person author, String id, String reason, Instant now) {
        Optional<Manuscript> found =
                manuscripts.find(id).filter(one -> one.owner().equals(author.account()));
        if (found.isEmpty()) {
            return new Outcome.NoSuch();
        }
        Manuscript manuscript = found.get();
        if (manuscript.stage() == Manuscript.Stage.WITHDRAWN) {
            return new Outcome.Already(manuscript);
        }
        if (!manuscript.canBeWithdrawn()) {
            return manuscript.stage() == Manuscript.Stage.DRAFT
                    ? new Outcome.NotNow(manuscript, "not-now.draft")
                    : DraftingManuscripts.closed(manuscript);
        }
        Optional<Manuscript> withdrawn = manuscripts.store(manuscript.withdrawn(
                reason.isBlank() ? Optional.empty() : Optional.of(papers.keep(reason.getBytes(StandardCharsets.UTF_8))),
                now));
        if (withdrawn.isEmpty()) {
            return new Outcome.ChangedMeanwhile(manuscripts.find(id).orElse(manuscript));
        }
        announcements.tell(new Event.Withdrawn(withdrawn.get()), author);
        return new Outcome.Done(withdrawn.get());
    }

    /** The journal asks for another version. An open or ended manuscript stays as it is: said twice, or too late. */
    public void reopen(Actor.Journal journal, String id, Reopening why) {
        reopen(journal, id, Optional.empty(), why);
    }

    /**
     * The same, of this version. Where the author has handed in a later one meanwhile it was said before, and nothing
     * happens.
     */
    public void reopen(Actor.Journal journal, String id, Optional<Integer> version, Reopening why) {
        manuscripts
                .find(id)
                .filter(found -> found.stage() == Manuscript.Stage.WITH_JOURNAL)
                .filter(found ->
                        version.isEmpty() || version.get() >= found.versions().size())
                .ifPresent(found -> storeNow(found.reopened(why)));
    }

    /** The journal has decided or published. What has ended stays as it ended. */
    public void conclude(Actor.Journal journal, String id, Manuscript.Stage end, Instant now) {
        manuscripts
                .find(id)
                .filter(found -> found.stage() != end && !found.ended())
                .ifPresent(found -> storeNow(found.nowAt(end, now)));
    }

    // a fact can't be refused: the message is handled again when an author's window was quicker
    private void storeNow(Manuscript manuscript) {
        manuscripts
                .store(manuscript)
                .orElseThrow(() ->
                        new IllegalStateException("manuscript " + manuscript.id() + " was changed at the same moment"));
    }

    private String numbered(Manuscript manuscript, Instant now) {
        String abbreviation = journals.find(manuscript.journal())
                .map(JournalsKnown.KnownJournal::abbreviation)
                .orElse(manuscript.journal());
        return manuscripts.nextNumber(
                manuscript.journal(), abbreviation, now.atZone(ZoneOffset.UTC).getYear());
    }
}
